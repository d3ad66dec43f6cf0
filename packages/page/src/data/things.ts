import { objectIn } from '@bizflow/changes';
import type { RenderedFleet } from '@bizflow/proofs';

/** Everything that is rendered for one place, by name. */
export interface PlacedThings {
  readonly place: string;
  /** `[kind, namespace/name, file]`, in the order of files. */
  readonly objects: readonly (readonly [kind: string, name: string, path: string])[];
  /** Addresses of resources, as Terraform writes them. */
  readonly resources: readonly string[];
}

/** The objects of every cluster and the managed resources of every root. */
export const thingsOf = ({ manifests, plans }: RenderedFleet): readonly PlacedThings[] => {
  const objects = Map.groupBy(Object.keys(manifests).sort(), (path) =>
    path.split('/').slice(1, 3).join('/'),
  );
  const roots = new Map(
    plans.map(({ root, resources }) => [
      root.replace(/^environments\//, ''),
      resources.filter(({ mode }) => mode === 'managed').map(({ address }) => address),
    ]),
  );
  return [...new Set([...objects.keys(), ...roots.keys()])].sort().map((place) => ({
    place,
    objects: (objects.get(place) ?? []).flatMap((path) => named(path, manifests[path] ?? '')),
    resources: (roots.get(place) ?? []).toSorted(),
  }));
};

const named = (path: string, text: string): PlacedThings['objects'] => {
  const object = objectIn(text);
  if (object === undefined) return [];
  const { namespace, name } = object.metadata;
  return [[object.kind, namespace === undefined ? name : `${namespace}/${name}`, path]];
};
