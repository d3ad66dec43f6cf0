import type { ManifestFile } from '@bizflow/config';
import { isObject, once } from '@bizflow/kernel';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { ClusterObjects } from './objects.ts';

/** A pod that an object of ours makes: of a workload, or of a Job of a release. */
export interface RenderedPod {
  readonly path: string;
  readonly namespace: string;
  readonly spec: IPodSpec;
}

/** A container of any kind. */
export type Container = IPodSpec['containers'][number];

/** All containers of a pod, those that run before it first. */
export const containersOf = ({
  initContainers = [],
  containers = [],
}: Partial<IPodSpec> = {}): readonly Container[] => [...initContainers, ...containers];

/** Every pod that is rendered for a cluster, at whatever depth of its object the template is. */
export const podsOf = ({ files }: ClusterObjects): readonly RenderedPod[] => podsIn(files);

const podsIn = once((files: readonly ManifestFile[]): readonly RenderedPod[] =>
  files.flatMap(({ path, body }) => {
    const specs: IPodSpec[] = [];
    gatherSpecs({ body }, specs);
    return specs.map((spec) => ({ path, namespace: body.metadata.namespace ?? '', spec }));
  }),
);

// Every member of every object is looked at: one list for all of them costs a third of one for each.
function gatherSpecs(value: Readonly<Record<string, unknown>>, specs: IPodSpec[]): void {
  for (const member of Object.values(value)) {
    if (!isObject(member)) continue;
    if (member === value.spec && 'containers' in member) specs.push(member as unknown as IPodSpec);
    else gatherSpecs(member, specs);
  }
}
