import type { Fleet } from '@bizflow/config';
import { costEstimate, totalUsd } from '@bizflow/config/cost';
import { fleetAt } from '@bizflow/config/moves';
import { countryCodes, placedAmong } from '@bizflow/region-catalog';
import { endsItsRegion, type Move, type MoveStep, stepsOf } from '@bizflow/region-catalog/moves';
import { type Crossing, crossings } from '@bizflow/region-catalog/rules';

interface State {
  readonly step: MoveStep;
  readonly fleet: Fleet;
}

/** What a move will do to people, data, borders, machines and money, step by step, before anything is written. */
export const previewLines = (facts: Fleet, before: Fleet, move: Move): readonly string[] => {
  const states = stepsOf(move).map((step) => ({ step, fleet: fleetAt(facts, move, step) }));
  return [
    `${move.id}: ${move.kind}, from ${move.step} to forget: ${states.map(({ step }) => step).join(', ')}`,
    ...section('People', people(before, states)),
    ...section('Data', data(facts, move)),
    ...section('Borders', borders(before, states)),
    ...section('Capacity', capacity(facts, move)),
    ...section('Cost a month, by the document', cost(before, states)),
  ];
};

const section = (title: string, lines: readonly string[]): readonly string[] => [
  '',
  title,
  ...lines.map((line) => `  ${line}`),
];

/** The answer that each country gets, in words. */
const answersIn = ({ catalog }: Fleet): ReadonlyMap<string, string> => {
  const regions = Object.values(catalog);
  return new Map(
    countryCodes.map((country) => {
      const placed = placedAmong(regions, country);
      const region = regions.find(({ id }) => id === placed?.region);
      const asked = { served: country, continent: 'EU', default: '*' } as const;
      const isWaiting = region?.life.waiting.includes(asked[placed?.basis ?? 'default']);
      return [country, isWaiting ? 'the page' : (placed?.region ?? 'no region')];
    }),
  );
};

const people = (before: Fleet, states: readonly State[]): readonly string[] => {
  let known = answersIn(before);
  const lines = states.flatMap(({ step, fleet }) => {
    const now = answersIn(fleet);
    const changed = countryCodes.filter((country) => known.get(country) !== now.get(country));
    const ways = Map.groupBy(changed, (one) => `${known.get(one)} -> ${now.get(one)}`);
    known = now;
    return [...ways].map(
      ([way, countries]) =>
        `${step}: ${way} for ${countries.length} ${countries.length === 1 ? 'country' : 'countries'}: ${named(countries)}`,
    );
  });
  return lines.length === 0 ? ['no answer changes'] : lines;
};

const named = (countries: readonly string[]): string =>
  countries.length <= 40 ? countries.join(', ') : `${countries.slice(0, 12).join(', ')} and others`;

const ways = {
  rows: 'their rows and objects are copied at copy, and the last rows at hold',
  replica: 'its database is a copy of the other from the first minute',
  backup: 'their rows are restored at copy from recovery points that lie elsewhere',
  nothing: 'NO COPY CAN BE REACHED: the region does not serve, and its backups are at home',
} as const;

const data = ({ catalog, sheets }: Fleet, move: Move): readonly string[] => {
  const from = sheets[move.from];
  const { database, redis, buckets } = from;
  const stores = `database ${database.identifier} (${database.storageGb} GB), ${buckets.length} bucket${buckets.length === 1 ? '' : 's'}`;
  return [
    ...(move.to === null ? [] : [`${stores} of ${move.from}: ${ways[move.data.by]}`]),
    ...(move.data.by === 'backup' ? [`recovery points are in ${move.data.in}`] : []),
    ...(move.data.by === 'nothing'
      ? [
          'copy waits until data protection and the owner agree that people begin without it, or until AWS serves again',
        ]
      : []),
    ...(move.people.length > 0
      ? [`Redis ${redis.identifier} is not copied: people sign in again`]
      : []),
    ...(endsItsRegion(move)
      ? [
          `stays in ${move.from} until destroy: all of it; then a last snapshot ${database.identifier}-final, recovery points until they end, and their keys`,
        ]
      : move.people.length > 0
        ? [
            `stays in ${move.from}: the rows of ${named(catalog[move.from].serves)}; the others' are erased at drain`,
          ]
        : []),
  ];
};

const wayOf = ({ flow, from, to }: Crossing): string => `${flow} ${from} -> ${to}`;

const borders = (before: Fleet, states: readonly State[]): readonly string[] => {
  let known = crossings(before.catalog);
  const lines = states.flatMap(({ step, fleet }) => {
    const now = crossings(fleet.catalog);
    const began = now.flatMap((one) => {
      const old = known.find((other) => wayOf(other) === wayOf(one))?.subjects ?? [];
      const subjects = one.subjects.filter((country) => !old.includes(country));
      return subjects.length === 0
        ? []
        : [`${step}: begins ${wayOf(one)} for ${named(subjects)}: ${basis(fleet, one)}`];
    });
    const ended = known.flatMap((one) => {
      const left = now.find((other) => wayOf(other) === wayOf(one))?.subjects ?? [];
      const subjects = one.subjects.filter((country) => !left.includes(country));
      return subjects.length === 0 ? [] : [`${step}: ends ${wayOf(one)} for ${named(subjects)}`];
    });
    known = now;
    return [...began, ...ended];
  });
  return lines.length === 0 ? ['no border is crossed that was not crossed before'] : lines;
};

const basis = ({ exceptions }: Fleet, { flow, from, to, subjects }: Crossing): string => {
  const own = exceptions.filter((one) => one.flow === flow && one.from === from && one.to === to);
  const covered = subjects.every((country) => own.some((one) => one.subjects.includes(country)));
  return covered ? own.map((one) => one.basis).join('; ') : 'NO LEGAL BASIS IS WRITTEN';
};

const capacity = ({ sheets }: Fleet, { from, to }: Move): readonly string[] =>
  [from, to].flatMap((id) => {
    if (id === null) return [];
    const { cluster, database, redis } = sheets[id];
    const { nodes } = cluster;
    return [
      `${id}: ${nodes.min} to ${nodes.max} nodes ${nodes.instance}, ${database.instance}${database.multiAz ? ' in two zones' : ''}, ${redis.replicas + 1} x ${redis.node}`,
    ];
  });

const cost = (before: Fleet, states: readonly State[]): readonly string[] => {
  const now = totalUsd(costEstimate(before));
  let known = now;
  const budgets = [before, ...states.slice(0, 1).map(({ fleet }) => fleet)].map(
    (fleet) => fleet.cost.accountsUsd.production,
  );
  return [
    `before: ${now} USD`,
    ...states.flatMap(({ step, fleet }) => {
      const usd = totalUsd(costEstimate(fleet));
      const difference = usd - known;
      known = usd;
      const sign = difference > 0 ? '+' : '';
      return difference === 0 ? [] : [`${step}: ${usd} USD (${sign}${difference})`];
    }),
    ...(budgets[0] === budgets[1] ? [] : [`budget of the account: ${budgets.join(' -> ')} USD`]),
  ];
};
