import type { RegulationCode } from '@bizflow/region-catalog';
import { type FoundLines, linesIn } from './find-lines.ts';
import { flowsUnder, regionsOf } from './law-flows.ts';
import type { Looked } from './looked.ts';
import { type Shown, type ShownName, shown } from './shown.ts';
import { transferLines } from './transfer-lines.ts';

type Of = Exclude<Extract<Shown, { readonly of: string }>['of'], 'transfers'>;

/** The lines that a place has under one law: in its regions, or of its flows. */
export function lawLines(name: ShownName, law: RegulationCode, looked: Looked): FoundLines {
  const one: Shown = shown[name];
  const ids = regionsOf(law, looked.fleet).map(({ id }) => id);
  if (!('of' in one)) return linesIn(one, ids, looked.texts);
  if (one.of === 'transfers') return transferLines(one.says, law, looked);
  const places = placesOf[one.of](law, looked);
  const found = places.map(({ file, at }) =>
    linesIn({ says: one.says, file, at }, [], looked.texts),
  );
  return {
    lines: found.flatMap(({ lines }) => lines),
    lost: found.flatMap(({ lost }) => lost),
  };
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

const placesOf: Readonly<Record<Of, (law: RegulationCode, looked: Looked) => readonly Place[]>> = {
  flows: (law, { fleet }) => flowsUnder(law, fleet).map(({ at }) => factAt(at)),
  exceptions: (law, { fleet }) =>
    flowsUnder(law, fleet).flatMap(({ exception }) =>
      exception === null
        ? []
        : [{ file: 'facts/exceptions.json', at: `/facts/${exception.index}/basis` }],
    ),
  places: (law, { fleet }) =>
    regionsOf(law, fleet).flatMap(({ id }) =>
      ['country', 'serves'].map((fact) => ({ file: sheet(id), at: `/facts/${fact}` })),
    ),
};
