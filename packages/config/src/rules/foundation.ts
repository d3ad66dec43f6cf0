import { type Problem, unless } from '@bizflow/region-catalog';
import { sites } from '../clusters.ts';
import { inFirewallsWay } from '../egress.ts';
import type { Fleet } from '../fleet.ts';
import { foundations } from '../foundation.ts';

/** A VPC behind a network firewall leaves room for its endpoints. */
export const foundation = ({ environments, catalog }: Fleet): readonly Problem[] =>
  environments
    .filter(({ name }) => foundations[name]?.networkFirewall)
    .flatMap((environment) =>
      sites(environment, catalog).flatMap(({ region, network }) =>
        unless(
          inFirewallsWay(network).length === 0,
          'FIREWALL_SUBNET',
          `${environment.name}/${region}.network`,
          inFirewallsWay(network).join(', '),
          "stands where the firewall's endpoints go, in the first three /28 of the VPC",
          'move the subnet, or turn networkFirewall off in packages/config/src/foundation.ts',
        ),
      ),
    );
