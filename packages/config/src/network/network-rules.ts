import { counted, merged, type Problem, unless } from '@bizflow/kernel';
import { clusters, sites } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { dataPorts } from './addresses.ts';
import { firewallExceptionRules } from './firewall-rules.ts';
import { inFirewallsWay } from './firewall-subnets.ts';

/** A VPC behind a network firewall leaves room for its endpoints. */
const firewalls = ({ environments, foundations, catalog }: Fleet): readonly Problem[] =>
  environments
    .filter(({ name }) => foundations[name]?.networkFirewall)
    .flatMap((environment) =>
      sites(environment, catalog).flatMap(({ region, network }) =>
        unless(inFirewallsWay(network).length === 0, {
          code: 'FIREWALL_SUBNET',
          at: `${environment.name}/${region}.network`,
          value: inFirewallsWay(network).join(', '),
          reason: 'overlaps the first three /28 of the VPC, which the firewall endpoints use',
          remedy:
            'move the subnet, or turn networkFirewall off in packages/config/src/foundation/foundation.ts',
        }),
      ),
    );

/** Rules per direction in a network ACL, unless AWS is asked for more (VPC user guide, "Quotas"). */
const aclRules = 20;

// A database's subnets open each port to each private subnet of all who write there, where two do not make one block.
const networkAcls = (fleet: Fleet): readonly Problem[] =>
  clusters(fleet).flatMap((cluster) => {
    const writers = clusters(fleet).filter(
      ({ environment, region }) =>
        environment.name === cluster.environment.name &&
        region.database.writer === cluster.region.id,
    );
    const ports = Object.keys(dataPorts).length;
    const clients = merged(writers.flatMap(({ network }) => network.private));
    const rules = merged(cluster.network.database).length + ports * clients.length;
    return unless(rules <= aclRules, {
      code: 'NETWORK_ACL_RULES',
      at: `${cluster.id}.network.database`,
      value: counted(rules, 'rule'),
      reason: `is above ${aclRules}, the AWS limit of rules in a network ACL`,
      remedy: 'give their subnets blocks that lie side by side, or choose another writer for some',
    });
  });

/** What AWS would reject in the networks of clusters. */
export const networkRules = (fleet: Fleet): readonly Problem[] => [
  ...firewalls(fleet),
  ...networkAcls(fleet),
  ...firewallExceptionRules(fleet),
];
