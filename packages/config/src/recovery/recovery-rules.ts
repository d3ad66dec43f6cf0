import { type Problem, unless } from '@bizflow/kernel';
import { standbyOf } from '../failover/failover.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { backupRules } from './backup-rules.ts';

/** What people rely on in an emergency: targets that mean something, and takeovers that took place. */
export const recoveryRules = (fleet: Fleet): readonly Problem[] => [
  ...targets(fleet),
  ...backupRules(fleet),
  ...fleet.failedOver.flatMap((region, index) => takeover(fleet, region, index)),
];

/** Who waits longer for data has none. */
const mostMinutes = 10_080;

const targets = ({ recoveryTiers }: Fleet): readonly Problem[] =>
  Object.entries(recoveryTiers).flatMap(([tier, targets]) =>
    (['rpoMinutes', 'rtoMinutes'] as const).flatMap((target) =>
      unless(
        Number.isInteger(targets[target]) && targets[target] > 0 && targets[target] <= mostMinutes,
        {
          code: 'RECOVERY_TARGET',
          at: `recoveryTiers.${tier}.${target}`,
          value: targets[target],
          reason: `must be a whole number of minutes >= 1 and <= ${mostMinutes}, a week`,
          remedy: 'write the minutes that the strategy can reach',
        },
      ),
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
      reason: 'is not a region of the catalog, so no standby can take over',
      remedy: `use one of ${Object.keys(catalog).join(', ')}`,
    }),
    ...unless(!known || standbyOf(catalog, region) !== undefined, {
      code: 'FAILOVER_NO_STANDBY',
      at,
      value: region,
      reason: 'has no standby: its data is not replicated, so no region can take over',
      remedy: `remove it, and follow docs/runbooks/${region}/region.md`,
    }),
    ...unless(failedOver.indexOf(region) === index, {
      code: 'FAILOVER_TWICE',
      at,
      value: region,
      reason: 'is listed twice',
      remedy: 'list it once',
    }),
  ];
};
