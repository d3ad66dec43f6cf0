import { type Problem, problem, warning } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { clusters } from './clusters.ts';
import type { FormerValues } from './former-values.ts';

/** Former values are of a cluster that exists, and each is named until it goes. */
export const formerRules = (fleet: Fleet): readonly Problem[] => {
  const known = clusters(fleet).map(({ id }) => id as string);
  return Object.entries(fleet.formerValues).flatMap(([id, former = {}]) => {
    const at = `formerValues['${id}']`;
    if (!known.includes(id)) {
      return [
        problem({
          code: 'FORMER_CLUSTER',
          at,
          value: id,
          reason: 'is not a cluster of the fleet',
          remedy: `use one of ${known.join(', ')}`,
        }),
      ];
    }
    return valuesOf(former).map((value) =>
      warning({
        code: 'FORMER_VALUE',
        at,
        value,
        reason: 'is still admitted, for pods of versions that were made with it',
        remedy: 'remove it once no version within the rollback window has it',
      }),
    );
  });
};

const valuesOf = ({ labels = {}, registries = [] }: FormerValues): readonly string[] => [
  ...Object.entries(labels).flatMap(([label, values = []]) =>
    values.map((value) => `${label}: ${value}`),
  ),
  ...registries,
];
