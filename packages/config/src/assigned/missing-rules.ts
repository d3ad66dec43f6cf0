import { type Problem, unless } from '@bizflow/kernel';
import { sites } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Environments whose keys are named: one is made in the hub, and only other places must name it. */
export const needsKeys = ({ environments, foundations, catalog }: Fleet): readonly string[] =>
  environments
    .filter((environment) =>
      sites(environment, catalog).some(
        ({ region }) => region !== foundations[environment.name]?.hub,
      ),
    )
    .map(({ name }) => name);

const datastoreIds = ({ catalog }: Fleet): readonly string[] => [
  ...new Set(
    Object.values(catalog).flatMap(({ redis: { global } }) =>
      global?.role === 'secondary' ? [global.id] : [],
    ),
  ),
];

const clusterIds = ({ environments, catalog }: Fleet): readonly string[] =>
  environments.flatMap((environment) =>
    sites(environment, catalog).map(({ region }) => `${environment.name}/${region}`),
  );

/** The names of the accounts: one of each environment, and the one that owns the registry. */
export const accountIds = ({ environments }: Pick<Fleet, 'environments'>): readonly string[] => [
  'delivery',
  ...environments.map(({ name }) => name),
];

/** Every account and cluster has an entry; a missing one would render an empty name. */
export const missingRules = (fleet: Fleet): readonly Problem[] => [
  ...accountIds(fleet).flatMap((name) =>
    unless(Object.hasOwn(fleet.assigned.accounts, name), {
      code: 'ASSIGNED_MISSING',
      at: `assigned.accounts.${name}`,
      value: undefined,
      reason: 'is missing: each environment needs the account that AWS assigned',
      remedy: `add '${name}' to packages/config/src/assigned/assigned.ts, with a placeholder(...) value at first`,
    }),
  ),
  ...clusterIds(fleet).flatMap((id) =>
    unless(fleet.assigned.clusters[id] !== undefined, {
      code: 'ASSIGNED_MISSING',
      at: `assigned.clusters['${id}']`,
      value: undefined,
      reason: 'is missing: each cluster needs the values that AWS assigned',
      remedy: `add an entry '${id}' to packages/config/src/assigned/assigned.ts, with placeholder(...) values at first`,
    }),
  ),
  ...needsKeys(fleet).flatMap((name) =>
    unless(fleet.assigned.keys[name] !== undefined, {
      code: 'ASSIGNED_MISSING',
      at: `assigned.keys.${name}`,
      value: undefined,
      reason: 'is missing: its regions have replicas of a multi-Region key',
      remedy: `add '${name}' to packages/config/src/assigned/assigned.ts, with placeholder(...) values at first`,
    }),
  ),
  ...datastoreIds(fleet).flatMap((id) =>
    unless(fleet.assigned.datastores[id] !== undefined, {
      code: 'ASSIGNED_MISSING',
      at: `assigned.datastores['${id}']`,
      value: undefined,
      reason: 'is missing: AWS assigns an id to each Global Datastore',
      remedy: `add '${id}' to packages/config/src/assigned/assigned.ts, with a placeholder(...) value at first`,
    }),
  ),
];
