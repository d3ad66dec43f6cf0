import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';

/** An entry more, under a name that the fleet does not have. */
const plus =
  (name: string, of: (draft: Draft) => object): ((draft: Draft) => unknown) =>
  (draft) => {
    const record = of(draft);
    Object.assign(record, { [name]: structuredClone(Object.values(record)[0]) });
  };

/** Facts about what is not there any more. */
export const absent: readonly Breakage[] = [
  [
    'a cluster that is gone',
    plus('production/xx-gone-1', (d) => d.assigned.clusters),
    'ASSIGNED_UNUSED',
    'ASSIGNED_TWICE',
    'ASSIGNED_TWICE',
    'ASSIGNED_TWICE',
    'ASSIGNED_TWICE',
  ],
  [
    'a datastore that is gone',
    plus('xx-gone', (d) => d.assigned.datastores),
    'ASSIGNED_UNUSED',
    'ASSIGNED_FORMAT',
  ],
  [
    'the id of another datastore',
    (d) =>
      Object.assign(d.assigned.datastores['example-redis-global'] ?? {}, {
        value: 'erpgt-example-redis-other',
      }),
    'ASSIGNED_FORMAT',
  ],
  ['keys of an environment that is gone', plus('qa', (d) => d.assigned.keys), 'ASSIGNED_UNUSED'],
  [
    'an account that is gone',
    plus('qa', (d) => d.assigned.accounts),
    'ASSIGNED_UNUSED',
    'ASSIGNED_TWICE',
  ],
  ['foundations of no environment', plus('qa', (d) => d.foundations), 'ENVIRONMENT_UNKNOWN'],
  [
    'a policy of images of no environment',
    plus('qa', (d) => d.imagePolicies),
    'ENVIRONMENT_UNKNOWN',
  ],
  [
    'replicas in no environment',
    plus('qa', (d) => d.services[0]?.replicas ?? {}),
    'ENVIRONMENT_UNKNOWN',
  ],
  [
    'the image of a service that is gone',
    plus('billing', (d) => d.lock.images.production),
    'IMAGE_UNUSED',
  ],
  ['images of an environment that is gone', plus('qa', (d) => d.lock.images), 'IMAGE_UNUSED'],
  [
    'a row of costs of a region that is gone',
    plus('xx-gone-1', (d) => d.cost.monthlyUsd),
    'COST_UNUSED',
    'COST_SIZES',
  ],
  ['sizes of a region that is gone', plus('xx-gone-1', (d) => d.cost.pricedSizes), 'COST_UNUSED'],
  [
    'the budget of a place that is gone',
    plus('production/xx-gone-1', (d) => d.cost.budgetsUsd),
    'COST_UNUSED',
  ],
];
