import type { Catalog, CountryCode, RegionId, ResidencyException } from '@bizflow/region-catalog';
import {
  type Move,
  type MoveKind,
  type Sheets,
  settled,
  stateAt,
  stepsOf,
} from '@bizflow/region-catalog/moves';
import { crossings } from '@bizflow/region-catalog/rules';

/** A move that could begin, with the fact sheets that it needs. */
export interface PossibleMove {
  readonly sheets: Sheets;
  readonly move: Move;
}

// A region that is none of AWS's, with the country, laws and sizes of another one.
const twin = 'zz-twin-1' as RegionId;

/**
 * A move of every kind for every region: to a twin of it in the same country, to every other region, and away.
 * Each has a legal basis for the borders that its steps cross. Whether the rules let it begin, `moveRules` says.
 */
export const possibleMoves = (sheets: Sheets): readonly PossibleMove[] => {
  const ids = Object.keys(sheets) as RegionId[];
  return ids.flatMap((from) => {
    const { serves } = sheets[from];
    const [first, ...others] = serves;
    const newcomer = { ...sheets, [twin]: twinOf(sheets, from) };
    const follower = { ...sheets, [twin]: following(twinOf(sheets, from), from) };
    const some = first === undefined || others.length === 0 ? [] : [[first], others];
    return [
      possible(newcomer, 'replace', from, twin, serves),
      ...some.map((people) => possible(newcomer, 'second-region', from, twin, people)),
      possible(follower, 'standby', from, twin, []),
      possible(sheets, 'retire', from, null, []),
      ...ids
        .filter((to) => to !== from)
        .flatMap((to) =>
          [serves, ...some].map((people) => possible(sheets, 'evacuate', from, to, people)),
        ),
    ];
  });
};

const possible = (
  sheets: Sheets,
  kind: MoveKind,
  from: RegionId,
  to: RegionId | null,
  people: readonly CountryCode[],
): PossibleMove => {
  const id = [kind, from, ...(to === null ? [] : ['to', to]), 'of', people.length].join('-');
  const data = { by: kind === 'standby' ? 'replica' : 'rows' } as const;
  const move = { id, kind, from, to, people, data, confirmations: [], exceptions: [] };
  const [step = 'drain'] = stepsOf(move).filter((one) => one !== 'forget');
  return { sheets, move: lawful(sheets, { ...move, step }) };
};

/** A move with the legal basis that people would have to find: whether they find one is not what is asked here. */
export const lawful = (sheets: Sheets, move: Move): Move => {
  const start = settled(sheets);
  const exceptions = basesFor(stepsOf(move).map((step) => stateAt(start, move, step)));
  return { ...move, exceptions };
};

/** An exception for every border that some facts cross. */
export const basesFor = (all: readonly Catalog[]): readonly ResidencyException[] => {
  const ways = Map.groupBy(
    all.flatMap((catalog) => crossings(catalog)),
    ({ flow, from, to }) => `${flow} ${from} ${to}`,
  );
  return [...ways.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { flow, from, to } = first;
    const subjects = [...new Set([first, ...more].flatMap((one) => one.subjects))];
    return [{ flow, from, to, subjects, basis: 'to be found', decision }];
  });
};

const decision = 'docs/decisions/0071-a-region-moves-in-small-steps.md';

const twinOf = (sheets: Sheets, from: RegionId): Sheets[RegionId] => {
  const own = sheets[from];
  return {
    ...own,
    ...{ id: twin, serves: [], regulations: [], fallback: { kind: 'static-page' } },
    database: { ...own.database, role: 'writer', writer: twin, source: null },
    redis: { ...own.redis, global: null },
    buckets: own.buckets.map((bucket) => ({ ...bucket, replicatesTo: null })),
    dns: { ...own.dns, locations: [] },
  };
};

const following = (own: Sheets[RegionId], source: RegionId): Sheets[RegionId] => ({
  ...own,
  database: { ...own.database, role: 'replica', writer: source, source },
});
