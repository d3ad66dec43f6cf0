import type { Transfer } from '@bizflow/proofs';
import type { ResidencyException } from '@bizflow/region-catalog';
import { type Crossing, crossings } from '@bizflow/region-catalog/rules';
import { inFile, inNamedRoot } from '../at.ts';
import type { Change } from '../change.ts';
import { onlyIn } from '../data/copies.ts';
import { placeOfRoot } from '../difference/resources.ts';
import { type Found, rule } from '../effect.ts';
import { listed } from '../text.ts';

type Fleet = Change['before']['fleet'];

const keyOf = ({ flow, from, to, subjects }: Crossing): string =>
  `${flow} ${from} ${to} ${subjects.toSorted().join()}`;

const ofFleet = ({ catalog }: Fleet): readonly Crossing[] => crossings(catalog);

const without = (of: Fleet, other: Fleet): readonly Crossing[] => {
  const known = new Set(ofFleet(other).map(keyOf));
  return ofFleet(of).filter((one) => !known.has(keyOf(one)));
};

const named = ({ flow, from, to, subjects }: Crossing): string =>
  `${flow} of people in ${listed(subjects)} from ${from} to ${to}`;

/** The legal basis on which a crossing is allowed; undefined where none is written. */
const basisOf = ({ exceptions }: Fleet, crossing: Crossing): string | undefined => {
  const subjects: readonly string[] = crossing.subjects;
  const written = exceptions.filter(
    ({ flow, from, to }) => flow === crossing.flow && from === crossing.from && to === crossing.to,
  );
  const covered = written.flatMap((one): readonly string[] => one.subjects);
  return subjects.every((country) => covered.includes(country))
    ? written.map(({ basis }) => basis).join('; ')
    : undefined;
};

/** Data of people that crosses a border from now on. */
export const begins = rule('borders/crossing-begins', ({ before, after }) =>
  without(after.fleet, before.fleet).map((one) => ({
    ...found(one),
    does: 'begins to cross a border',
    after: basisOf(after.fleet, one) ?? 'without a written legal basis',
  })),
);

/** Data of people that crosses a border from now on without a written legal basis. */
export const withoutBasis = rule('borders/no-legal-basis', ({ before, after }) =>
  without(after.fleet, before.fleet)
    .filter((one) => basisOf(after.fleet, one) === undefined)
    .map((one) => ({ ...found(one), does: 'crosses a border without a written legal basis' })),
);

/** Data of people that no longer crosses a border. */
export const ends = rule('borders/crossing-ends', ({ before, after }) =>
  without(before.fleet, after.fleet).map((one) => ({
    ...found(one),
    does: 'no longer crosses a border',
    before: basisOf(before.fleet, one),
  })),
);

const found = (one: Crossing): Omit<Found, 'does'> => ({
  place: 'catalog',
  to: named(one),
  at: inFile(`facts/catalog/${one.from}.json`),
});

/** Another legal basis for a crossing that stays. */
export const basis = rule('borders/legal-basis', ({ before, after }) => {
  const keyed = ({ exceptions }: Fleet) =>
    new Map(exceptions.map((one) => [`${one.flow} from ${one.from} to ${one.to}`, one]));
  const old = keyed(before.fleet);
  return [...keyed(after.fleet)].flatMap(([way, one]: [string, ResidencyException]) => {
    const was = old.get(way);
    if (was === undefined || was.basis === one.basis) return [];
    return [
      {
        ...{
          place: 'catalog',
          to: way,
          at: inFile('facts/exceptions.json'),
          does: 'rests on another legal basis',
        },
        ...{ before: was.basis, after: one.basis },
      },
    ];
  });
});

const isPath = ({ kind }: Transfer): boolean =>
  kind === 'network' || kind === 'log' || kind === 'image-replica';

const transfer =
  (does: string) =>
  ({ kind, from, to, at }: Transfer): Found => {
    const [root = ''] = at.split(' ');
    const way = `${kind} from ${from} to ${to}`;
    return { place: placeOfRoot(root), to: way, does, at: inNamedRoot(at) };
  };

/** A way for packets, logs or images between regions. */
export const ways = rule('borders/ways', ({ before, after }) => [
  ...onlyIn(after, before, isPath).map(transfer('begins between regions')),
  ...onlyIn(before, after, isPath).map(transfer('ends between regions')),
]);
