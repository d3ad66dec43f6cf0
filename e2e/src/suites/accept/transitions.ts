import { type Cluster, clusters } from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
import { clusterFiles } from '@bizflow/k8s-manifests';
import type { Api } from '../../harness/api.ts';
import { stored } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';
import { type Pod, rejectionOf } from './pods.ts';

const label = 'bizflow.io/compliance';
const renamed = 'RENAMED';

const labelled = (pod: Pod, value: string): Pod => ({
  ...pod,
  metadata: { ...pod.metadata, labels: { ...pod.metadata.labels, [label]: value } },
});

/** Problems when a law gets another name while pods of the version before are still made. */
export async function transitionProblems(
  api: Api,
  id: string,
  pod: Pod,
): Promise<readonly string[]> {
  const former = pod.metadata.labels[label] ?? '';
  const is = async (value: string) => (await rejectionOf(api, labelled(pod, value))) === undefined;
  // In one step: the pods of stable ReplicaSets are refused, which is what must not happen.
  await admit(api, id, {});
  await until('the renamed law alone is admitted', 30, async () => !(await is(former)));
  await admit(api, id, { labels: { [label]: [former] } });
  await until('the former name is admitted as well', 30, () => is(former));
  return [
    ...((await is(renamed)) ? [] : ['a pod with the new name was refused']),
    ...((await is('OTHER')) ? ['a pod with a third name was admitted'] : []),
  ];
}

/** Applies the admission policies of a cluster whose law is renamed. */
async function admit(api: Api, id: string, former: Cluster['former']): Promise<void> {
  const own = clusters(committed).find((cluster) => cluster.id === id);
  if (own === undefined) throw new RangeError(`no cluster ${id}`);
  const region = { ...own.region, regulations: [renamed] } as unknown as Cluster['region'];
  const files = clusterFiles({ ...own, region, former }, committed);
  for (const { body } of files.filter(({ path }) => path.includes('/platform/admission/'))) {
    stored(await api.apply(body));
  }
}
