import type { Fleet } from '@bizflow/config';
import { costEstimate, totalUsd } from '@bizflow/config/cost';
import type { Move } from '@bizflow/region-catalog/moves';
import type { State } from './state.ts';

/** The machines at both ends. */
export const capacity = ({ sheets }: Fleet, { from, to }: Move): readonly string[] =>
  [from, to].flatMap((id) => {
    if (id === null) return [];
    const { cluster, database, redis } = sheets[id];
    const { nodes } = cluster;
    return [
      `${id}: ${nodes.min} to ${nodes.max} nodes ${nodes.instance}, ${database.instance}${database.multiAz ? ' in two zones' : ''}, ${redis.replicas + 1} x ${redis.node}`,
    ];
  });

/** What it costs a month at each step that changes it, and the budget. */
export const cost = (before: Fleet, states: readonly State[]): readonly string[] => {
  const now = totalUsd(costEstimate(before));
  let known = now;
  const budgets = [before, ...states.slice(0, 1).map(({ fleet }) => fleet)].map(
    (fleet) => fleet.cost.accountsUsd.production,
  );
  const changes = states.flatMap(({ step, fleet }) => {
    const usd = totalUsd(costEstimate(fleet));
    const difference = usd - known;
    known = usd;
    const sign = difference > 0 ? '+' : '';
    return difference === 0 ? [] : [`${step}: ${usd} USD (${sign}${difference})`];
  });
  return [
    ...(changes.length === 0 ? [`${now} USD, as before`] : [`before: ${now} USD`, ...changes]),
    ...(budgets[0] === budgets[1] ? [] : [`budget of the account: ${budgets.join(' -> ')} USD`]),
  ];
};
