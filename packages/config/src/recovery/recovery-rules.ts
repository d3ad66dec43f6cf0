import { type Problem, unless } from '@bizflow/kernel';
import { standbyOf } from '../failover/failover.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** What people rely on in an emergency: targets that mean something, and takeovers that took place. */
export const recoveryRules = (fleet: Fleet): readonly Problem[] => [
  ...targets(fleet),
  ...fleet.failedOver.flatMap((region, index) => takeover(fleet, region, index)),
];

const targets = ({ recoveryTiers }: Fleet): readonly Problem[] =>
  Object.entries(recoveryTiers).flatMap(([tier, targets]) =>
    (['rpoMinutes', 'rtoMinutes'] as const).flatMap((target) =>
      unless(Number.isInteger(targets[target]) && targets[target] > 0, {
        code: 'RECOVERY_TARGET',
        at: `recoveryTiers.${tier}.${target}`,
        value: targets[target],
        reason: 'is no number of whole minutes above zero',
        remedy: 'promise what the strategy can keep',
      }),
    ),
  );

// An entry that does nothing would be believed, in the worst of moments.
const takeover = (
  { catalog, failedOver }: Fleet,
  region: Fleet['failedOver'][number],
  index: number,
): readonly Problem[] => {
  const at = `failedOver[${index}]`;
  const known = Object.hasOwn(catalog, region);
  return [
    ...unless(known, {
      code: 'FAILOVER_UNKNOWN',
      at,
      value: region,
      reason: 'is no region of the catalog, so nothing has taken over',
      remedy: `use one of ${Object.keys(catalog).join(', ')}`,
    }),
    ...unless(!known || standbyOf(catalog, region) !== undefined, {
      code: 'FAILOVER_NO_STANDBY',
      at,
      value: region,
      reason: 'has no standby: no copy of its data leaves it, so nothing has taken over',
      remedy: `take it out, and follow docs/runbooks/${region}/region.md`,
    }),
    ...unless(failedOver.indexOf(region) === index, {
      code: 'FAILOVER_TWICE',
      at,
      value: region,
      reason: 'has been taken over already',
      remedy: 'name it once',
    }),
  ];
};
