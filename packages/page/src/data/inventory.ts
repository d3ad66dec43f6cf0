import { objectIn } from '@bizflow/changes';
import type { RenderedFleet } from '@bizflow/proofs';
import { common, type Inventory, type Placed } from './common.ts';
import { linesOf } from './lines-of.ts';
import { wordsOf } from './place-words.ts';

export type { Common, Inventory, Placed } from './common.ts';

/** The objects of every cluster and the managed resources of every root. */
export const inventoryOf = (side: Pick<RenderedFleet, 'manifests' | 'plans'>): Inventory => {
  const things = [...objectsIn(side.manifests), ...resourcesIn(side.plans)];
  const byPlace = Map.groupBy(things, ({ place }) => place);
  const places = [...byPlace.keys()].sort().map((place) => ({
    place,
    words: wordsOf(
      place,
      byPlace.get(place)?.find(({ text }) => text.includes('bizflow.io/residency'))?.text ?? '',
    ),
  }));
  return { places, all: common(places, byPlace) };
};

/** Objects of manifests by their path, in its order. */
export const objectsIn = (manifests: RenderedFleet['manifests']): readonly Placed[] =>
  Object.keys(manifests)
    .sort()
    .flatMap((path) => {
      const text = manifests[path] ?? '';
      const object = objectIn(text);
      if (object === undefined) return [];
      const { namespace, name } = object.metadata;
      const [, environment, region, ...file] = path.split('/');
      return {
        ...{ kind: object.kind, name: namespace === undefined ? name : `${namespace}/${name}` },
        ...{ place: `${environment}/${region}`, file: file.join('/'), text: withoutHeader(text) },
      };
    });

/** The resources that roots make, as plans have them. */
export const resourcesIn = (plans: RenderedFleet['plans']): readonly Placed[] =>
  plans.flatMap(({ root, resources }) =>
    resources
      .filter(({ mode }) => mode === 'managed')
      .map(({ address, type, values }) => ({
        ...{ kind: type, name: address, file: '', text: linesOf(values).join('\n') },
        place: root.replace(/^environments\//, ''),
      }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  );

const withoutHeader = (text: string): string => text.replace(/^# Rendered by .*\n/m, '').trimEnd();
