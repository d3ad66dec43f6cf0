import { type Problem, unless } from '@bizflow/region-catalog';
import { standbyOf } from '../failover.ts';
import type { Fleet } from '../fleet.ts';
import { show } from './show.ts';

/** What people rely on in an emergency: targets that mean something, and takeovers that took place. */
export const recovery = (fleet: Fleet): readonly Problem[] => [
  ...targets(fleet),
  ...fleet.failedOver.flatMap((region, index) => takeover(fleet, region, index)),
];

const targets = ({ recoveryTiers }: Fleet): readonly Problem[] =>
  Object.entries(recoveryTiers).flatMap(([tier, targets]) =>
    (['rpoMinutes', 'rtoMinutes'] as const).flatMap((target) =>
      unless(
        Number.isInteger(targets[target]) && targets[target] > 0,
        'RECOVERY_TARGET',
        `recoveryTiers.${tier}.${target}`,
        `${targets[target]}`,
        'is no number of whole minutes above zero',
        'promise what the strategy can keep',
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
    ...unless(
      known,
      'FAILOVER_UNKNOWN',
      at,
      show(region),
      'is no region of the catalog, so nothing has taken over',
      `use one of ${Object.keys(catalog).join(', ')}`,
    ),
    ...unless(
      !known || standbyOf(catalog, region) !== undefined,
      'FAILOVER_NO_STANDBY',
      at,
      show(region),
      'has no standby: no copy of its data leaves it, so nothing has taken over',
      `take it out, and follow docs/runbooks/${show(region)}/region.md`,
    ),
    ...unless(
      failedOver.indexOf(region) === index,
      'FAILOVER_TWICE',
      at,
      show(region),
      'has been taken over already',
      'name it once',
    ),
  ];
};
