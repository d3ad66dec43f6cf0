import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/** Why an environment goes without a network firewall, and what still judges its names. */
export interface FirewallException {
  readonly reason: string;
  readonly instead: string;
}

/** Each environment whose foundation has no network firewall, by its name (docs/decisions/0061). */
export const firewallExceptions: Readonly<Partial<Record<EnvironmentName, FirewallException>>> =
  freeze({
    staging: {
      reason: 'its three endpoints would cost 864 dollars a month, and no data of tenants is there',
      instead:
        'it runs the charts, images and services of production, so that every name that it asks for is ' +
        "judged by production's list when it is rendered",
    },
  });
