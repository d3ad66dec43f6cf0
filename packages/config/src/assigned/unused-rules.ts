import { type Problem, problem } from '@bizflow/kernel';
import { everyPlace } from '../clusters/every-place.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { accountIds, needsKeys } from './missing-rules.ts';

/** No value is assigned to an account, a cluster or a datastore that is not there any more. */
export const unusedRules = (fleet: Fleet): readonly Problem[] => {
  const { accounts, clusters, datastores, keys } = fleet.assigned;
  return [
    ...unused('assigned.accounts', accounts, accountIds(fleet), 'an account'),
    ...unused(
      'assigned.keys',
      keys,
      needsKeys(fleet),
      'an environment with other places than its hub',
    ),
    ...unused(
      'assigned.datastores',
      datastores,
      Object.values(fleet.catalog).flatMap(({ redis: { global } }) => global?.id ?? []),
      'a Global Datastore of the catalog',
    ),
    ...unused('assigned.clusters', clusters, everyPlace(fleet), 'a cluster of the fleet'),
  ];
};

const unused = (
  at: string,
  assigned: Readonly<Record<string, unknown>>,
  known: readonly string[],
  what: string,
): readonly Problem[] =>
  Object.keys(assigned)
    .filter((name) => !known.includes(name))
    .map((name) =>
      problem({
        code: 'ASSIGNED_UNUSED',
        at: `${at}['${name}']`,
        value: name,
        reason: `is not ${what}`,
        remedy:
          'remove the entry from packages/config/src/assigned/assigned.ts, or correct its name',
      }),
    );
