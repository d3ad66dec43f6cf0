import { assignedValues } from '../assigned/assigned.ts';
import { formerValues } from '../clusters/former-values.ts';
import { cost } from '../cost/prices.ts';
import { environments } from '../environments/environments.ts';
import { failedOver } from '../failover/failover.ts';
import { globalLayers } from '../foundation/global-layer.ts';
import { nothingOptional } from '../foundation/optional-parts.ts';
import { guesses } from '../guesses/guesses.ts';
import * as permissions from '../permissions/index.ts';
import { loadBalancerController } from '../permissions/load-balancer-controller.ts';
import { backups } from '../recovery/backups.ts';
import { promotions } from '../release/promotion.ts';
import { services } from '../services/services.ts';
import { tenants } from '../tenancy/tenants.ts';
import { allFacts } from './all-facts.ts';

// The published schema of the catalog speaks of these.
const {
  catalog: _sheets,
  exceptions: _exceptions,
  regulations: _laws,
  ...places
} = allFacts.catalog;

/**
 * Every fact by its subject and name: those that renderers import, and those of which the fleet is made.
 * `facts.schema.json` has the shape of each.
 */
export const everyFact = {
  ...allFacts,
  catalog: places,
  assigned: { assignedValues },
  clusters: { formerValues },
  cost: { ...allFacts.cost, cost },
  environments: { environments },
  failover: { failedOver },
  foundation: { ...allFacts.foundation, globalLayers, nothingOptional },
  guesses: { guesses },
  permissions: { ...permissions, ...allFacts.permissions, loadBalancerController },
  recovery: { ...allFacts.recovery, backups },
  release: { ...allFacts.release, promotions },
  services: { ...allFacts.services, services },
  tenancy: { ...allFacts.tenancy, tenants },
};
