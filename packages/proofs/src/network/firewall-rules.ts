import type { Fleet } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import { ofType, type Plan, unknown } from '@bizflow/terraform-plan';
import type { PlannedCluster } from '../rendered-fleet.ts';

/** Whether the facts ask for a firewall between a cluster and the Internet. */
const wantsFirewall = ({ foundations }: Fleet, { cluster }: PlannedCluster): boolean =>
  foundations[cluster.environment.name]?.networkFirewall === true;

/**
 * A network firewall is made where the facts ask for one, and sees both directions of every zone: it
 * drops connections of which it sees one direction (Network Firewall developer guide, "Asymmetric routing").
 */
export const firewallRules = (
  fleet: Fleet,
  planned: readonly PlannedCluster[],
): readonly Problem[] =>
  planned
    .filter((one) => wantsFirewall(fleet, one))
    .flatMap(({ cluster, plan }) =>
      ofType(plan, 'aws_networkfirewall_firewall').length === 0
        ? missing(cluster.id)
        : asymmetric(plan).map((subnet) => halfSeen(cluster.id, subnet)),
    );

const missing = (cluster: string): Problem =>
  problem({
    code: 'FIREWALL_MISSING',
    at: cluster,
    value: 'no aws_networkfirewall_firewall',
    reason: 'the facts require a network firewall, but the root creates none',
    remedy: 'render again, or turn networkFirewall off in packages/config/src/foundation/',
  });

const halfSeen = (cluster: string, subnet: string): Problem =>
  problem({
    code: 'FIREWALL_ASYMMETRIC',
    at: cluster,
    value: subnet,
    reason:
      'outgoing and incoming packets use different firewall endpoints, so packets are dropped',
    remedy: "route both through the endpoint of the subnet's own zone",
  });

/** The public subnets whose way out and way in do not pass the same endpoint of the firewall. */
const asymmetric = (plan: Plan): readonly string[] => {
  const routes = ofType(plan, 'aws_route');
  const tables = ofType(plan, 'aws_route_table_association');
  const gateway = tables.find(({ values }) => values.gateway_id !== undefined)?.values;
  return ofType(plan, 'aws_subnet')
    .filter(({ address }) => address.includes('.public['))
    .filter(({ address, values: { cidr_block: cidr } }) => {
      const own = tables.find(
        ({ values }) => values.subnet_id === unknown(`${address}.id`),
      )?.values;
      const out = routes.find(({ values }) => values.route_table_id === own?.route_table_id);
      const back = routes.find(
        ({ values }) =>
          values.route_table_id === gateway?.route_table_id &&
          values.destination_cidr_block === cidr,
      );
      const endpoint = out?.values.vpc_endpoint_id;
      return endpoint === undefined || endpoint !== back?.values.vpc_endpoint_id;
    })
    .map(({ address }) => address);
};
