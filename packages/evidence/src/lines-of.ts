import type { CountryCode } from '@bizflow/region-catalog';
import { type FoundLines, linesIn, together } from './find-lines.ts';
import type { Looked } from './looked.ts';
import { flowsOf, regionsOf } from './people/flows-of.ts';
import { type Shown, type ShownName, shown } from './shown.ts';
import { transferLines } from './transfer-lines.ts';

type Of = Exclude<Extract<Shown, { readonly of: string }>['of'], 'transfers'>;

/** The lines that a place has for some people: in their regions, or of their flows. */
export function linesOf(
  name: ShownName,
  people: readonly CountryCode[],
  looked: Looked,
): FoundLines {
  const one: Shown = shown[name];
  const ids = regionsOf(people, looked).map(({ id }) => id);
  if (!('of' in one)) return linesIn(one, ids, looked.texts);
  if (one.of === 'transfers') return transferLines(one.says, people, looked);
  const all = placesOf[one.of](people, looked);
  const places = [...new Map(all.map((place) => [JSON.stringify(place), place])).values()];
  return together(
    places.map(({ file, at }) => linesIn({ says: one.says, file, at }, [], looked.texts)),
  );
}

interface Place {
  readonly file: string;
  readonly at: string;
}

const sheet = (region: string): string => `facts/catalog/${region}.json`;

/** `ap-south-1.buckets[0].replicatesTo` as a file and a pointer into the facts. */
const factAt = (at: string): Place => {
  const [region = '', ...path] = at.split(/[.[]/);
  return { file: sheet(region), at: `/facts/${path.join('/').replaceAll(']', '')}` };
};

type Places = (people: readonly CountryCode[], looked: Looked) => readonly Place[];

const placesOf: Readonly<Record<Of, Places>> = {
  flows: (people, looked) => flowsOf(people, looked).map(({ at }) => factAt(at)),
  exceptions: (people, looked) =>
    flowsOf(people, looked).flatMap(({ legal }) =>
      typeof legal?.exception === 'number'
        ? [{ file: 'facts/exceptions.json', at: `/facts/${legal.exception}/basis` }]
        : [],
    ),
  places: (people, looked) => {
    const led = flowsOf(people, looked).filter(({ placement }) => placement !== 'served');
    return regionsOf(people, looked).flatMap(({ id }) => [
      ...['country', 'serves'].map((fact) => ({ file: sheet(id), at: `/facts/${fact}` })),
      ...(led.some(({ flow, to }) => flow === 'rest' && to === id)
        ? [{ file: sheet(id), at: '/facts/dns/locations' }]
        : []),
    ]);
  },
};
