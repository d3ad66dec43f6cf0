import * as catalog from '@bizflow/region-catalog';
import { moveSteps, settledLife, stepsOfKind } from '@bizflow/region-catalog/moves';
import { adequacy, disputed, readAreas } from '@bizflow/region-catalog/rules';
import * as alarms from '../alarms/index.ts';
import * as compute from '../compute/index.ts';
import * as cost from '../cost/index.ts';
import { regionalPrices } from '../cost/regional-prices.ts';
import * as delivery from '../delivery/index.ts';
import * as edge from '../edge/index.ts';
import * as foundation from '../foundation/index.ts';
import * as images from '../images/scan-policy.ts';
import * as metrics from '../metrics/index.ts';
import { stages } from '../moves/stages.ts';
import * as names from '../names/index.ts';
import { firewallExceptions } from '../network/firewall-exceptions.ts';
import * as network from '../network/index.ts';
import { operatorImages } from '../network/needed-hosts.ts';
import { providers } from '../network/providers.ts';
import { registries, releaseHosts } from '../network/registries.ts';
import * as order from '../order/index.ts';
import { fieldCalls, objectCalls } from '../permissions/applications.ts';
import { platformCalls } from '../permissions/call-tables.ts';
import * as platform from '../platform/index.ts';
import * as recovery from '../recovery/index.ts';
import * as release from '../release/index.ts';
import * as secrets from '../secrets/index.ts';
import { connectionPolicy } from '../services/connections.ts';
import * as services from '../services/index.ts';
import { everyReach } from '../services/service.ts';
import { variables } from '../services/variables.ts';
import * as signOn from '../sign-on/index.ts';
import * as tenancy from '../tenancy/index.ts';
import * as tracing from '../tracing/index.ts';

/** The facts that renderers import by their subject, beside those of the fleet. */
export const allFacts = {
  catalog: { ...catalog, adequacy, disputed, readAreas },
  alarms,
  compute,
  cost: { ...cost, regionalPrices },
  delivery,
  edge,
  foundation,
  metrics,
  moves: { moveSteps, settledLife, stages, stepsOfKind },
  names,
  images,
  network: {
    ...network,
    firewallExceptions,
    operatorImages,
    providers,
    registries,
    releaseHosts,
  },
  order,
  permissions: { platformCalls, objectCalls, fieldCalls },
  platform,
  recovery,
  release,
  secrets,
  services: { ...services, connectionPolicy, everyReach, variables },
  signOn,
  tenancy,
  tracing,
};
