import type { Cluster, PlaceLabel } from '@bizflow/config';
import { imageAdmission } from '@bizflow/config/release';
import { placeLabels } from './labels.ts';

/** What the label of a pod may be here: today's value first, then those of versions that still run. */
export const admittedLabels = (cluster: Cluster): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(placeLabels(cluster)).map(([label, value]) => [
      label,
      [value, ...(cluster.former.labels?.[label as PlaceLabel] ?? [])],
    ]),
  );

/** The registries that an image may come from here, in the same order. */
export const admittedRegistries = ({ registry, former }: Cluster): readonly string[] => [
  registry,
  ...(former.registries ?? []),
];

/** The namespaces whose pods must be ours: by a label that no namespace of the platform has. */
export const admittedNamespaces = (): {
  readonly key: string;
  readonly operator: string;
  readonly values: string[];
} => ({
  key: 'bizflow.io/plane',
  operator: 'In',
  values: [...imageAdmission.planes],
});
