import type { Manifest } from '@bizflow/config';
import { exemptionLabel, imageAdmission } from '@bizflow/config/release';
import { type Api, type Live, stored } from '../../harness/api.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { problemsOf } from '../../harness/e2e-error.ts';
import { until } from '../../harness/until.ts';
import type { Bench } from '../../suite.ts';
import { withImage } from '../accept/admission.ts';
import { notRejected, type Pod, podOf, rejectionOf } from '../accept/pods.ts';
import { startController } from './controller.ts';
import type { Images } from './images.ts';

/** A cluster whose webhook is about to go. */
export interface Before extends Images {
  readonly pod: Pod;
  readonly deployment: Manifest;
  readonly namespace: Manifest;
  stop(): Promise<void>;
}

const away = new RegExp(`failed calling webhook "${imageAdmission.webhook}"`);

/** The webhook goes, a person opens one namespace, and it comes back. */
export async function outage(
  { holds }: Bench,
  plane: ControlPlane,
  { pod, signed, unsigned, deployment, namespace, stop }: Before,
): Promise<void> {
  const { api } = plane;
  const running = stored(await api.create(withImage(pod, signed)));
  const set = stored(await api.create(replicaSet(withImage(pod, signed))));
  const starts = async (one: Manifest) => {
    const found = await rejectionOf(api, one);
    return found === undefined ? [] : [found.message];
  };
  const [fresh, wrong] = [again(withImage(pod, signed)), again(withImage(pod, unsigned))];
  holds('an ephemeral container is asked about', await debugged(api, running, unsigned));
  await stop();
  holds('while it is away no new pod of a service starts', await notRejected(api, fresh, away));
  holds('pods of the platform start, its own among them', await starts(podOf(deployment)));
  holds(
    'what runs goes on: labels, status and the scale of a ReplicaSet change',
    await problemsOf(changes(api, running, set)),
  );
  holds('policies are read without it, by the one version that they have', await readable(api));
  const label = { [exemptionLabel()]: 'true' };
  await api.merge(namespace, { metadata: { labels: label } });
  await until('the label acts', 30, async () => (await starts(fresh)).length === 0);
  stored(await api.apply(namespace));
  holds('by a label pods of one namespace start, and Argo CD leaves it there', await starts(fresh));
  holds(
    'from no other registry, also then',
    await notRejected(api, withImage(fresh, 'docker.io/bizflow/api@sha256:0'), /registry/),
  );
  await api.merge(namespace, { metadata: { labels: { [exemptionLabel()]: null } } });
  await until('the label is gone', 30, async () => (await starts(fresh)).length > 0);
  const end = await startController(plane, deployment);
  await until('the webhook answers again', 60, async () => (await starts(fresh)).length === 0);
  holds(
    'when it is back, it judges as before',
    await notRejected(api, wrong, /no signatures found/),
  );
  await end();
}

const again = (pod: Pod): Pod => ({
  ...pod,
  metadata: { ...pod.metadata, name: `${pod.metadata.name}-again` },
});

const replicaSet = ({ metadata, spec }: Pod): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata,
  spec: {
    replicas: 0,
    selector: { matchLabels: { set: 'rehearsed' } },
    template: { metadata: { labels: { ...metadata.labels, set: 'rehearsed' } }, spec },
  },
});

async function debugged(api: Api, running: Live, image: string): Promise<readonly string[]> {
  const [{ securityContext }] = running.spec.containers;
  const ephemeralContainers = [{ name: 'debug', image, securityContext }];
  return api.merge(running, { spec: { ephemeralContainers } }, 'ephemeralcontainers').then(
    () => ['an unsigned one was taken'],
    ({ message }: Error) => (/no signatures found/.test(message) ? [] : [message]),
  );
}

async function changes(api: Api, running: Live, set: Live): Promise<readonly string[]> {
  await api.merge(running, { metadata: { labels: { seen: 'yes' } } });
  await api.merge(running, { status: { message: 'seen' } }, 'status');
  await api.merge(set, { spec: { replicas: 1 } });
  await api.remove(set);
  await api.remove(running);
  return [];
}

async function readable(api: Api): Promise<readonly string[]> {
  const [group, kind] = ['policy.sigstore.dev', 'ClusterImagePolicy'];
  const found = await api.all(`${group}/v1alpha1`, kind);
  const newer = await api.all(`${group}/v1beta1`, kind);
  return [
    ...(found.length > 0 ? [] : ['there are none']),
    ...(newer.length === 0 ? [] : ['a second version is served']),
  ];
}
