import type { Manifest } from '@bizflow/config';
import { groupOf } from './objects.ts';

/** `<Kind>.<group>` of an object. */
export const kindOf = (object: Pick<Manifest, 'apiVersion' | 'kind'>): string =>
  `${object.kind}.${groupOf(object)}`;

/** Whether a group is of custom resources, which need a definition; Kubernetes' own have no dot, or end in `k8s.io`. */
export const isCustom = (group: string): boolean =>
  group.includes('.') && !group.endsWith('.k8s.io');
