import type { Manifest } from '@bizflow/config';
import type { Api, Rejection } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';

/** A container as the fleet writes it. */
export interface Container {
  readonly image: string;
  readonly [field: string]: unknown;
}

/** The pod that a Rollout's template makes, as a ReplicaSet would create it. */
export interface Pod extends Manifest {
  readonly metadata: Manifest['metadata'] & { readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly [Container] } & Readonly<Record<string, unknown>>;
}

/** Whether an object makes pods by a template: a Rollout, a Job, and what else may come. */
export const makesPods = ({ spec }: Manifest): boolean =>
  Array.isArray((spec as { template?: Partial<Pod> } | undefined)?.template?.spec?.containers);

/** The first pod of such an object. */
export function podOf({ metadata, spec }: Manifest): Pod {
  const { template } = spec as { template: Pick<Pod, 'metadata' | 'spec'> };
  const place = { name: `${metadata.name}-0`, namespace: metadata.namespace };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, ...place },
    spec: template.spec,
  };
}

/** What the API server has against an object that is only tried; `undefined` when it would take it. */
export async function rejectionOf(api: Api, object: Manifest): Promise<Rejection | undefined> {
  const tried = await api.create(object, 'dry run');
  return 'rejection' in tried ? tried.rejection : undefined;
}

/** Problems with an expected rejection: there is none, or one for another reason. */
export async function notRejected(
  api: Api,
  object: Manifest,
  words: RegExp,
): Promise<readonly string[]> {
  const found = await rejectionOf(api, object);
  const fits = found !== undefined && words.test(found.message);
  return fits ? [] : [`${words.source}: ${found?.message ?? 'was allowed'}`];
}

/** A new admission policy takes a moment to be compiled: waits until it refuses this object. */
export const refusing = (api: Api, object: Manifest): Promise<unknown> =>
  until('the admission policies act', 30, () => rejectionOf(api, object));
