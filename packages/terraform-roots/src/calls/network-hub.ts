import type { Cluster, Fleet } from '@bizflow/config';
import { parseCidr } from '@bizflow/kernel';
import { isLinked, routesOf } from '../links/links.ts';
import { type ModuleCall, outputOf } from '../root-file.ts';

/** The region's Transit Gateway, where an environment has several regions. */
export const networkHub = (cluster: Cluster, fleet: Fleet): readonly ModuleCall[] =>
  isLinked(cluster, fleet)
    ? [
        {
          module: 'network-hub',
          inputs: {
            name: cluster.name,
            vpc_id: outputOf('vpc', 'vpc_id'),
            subnet_ids: outputOf('vpc', 'subnet_ids["private"]'),
            amazon_side_asn: asn(cluster),
            route_table_ids: {
              private: outputOf('vpc', 'route_table_ids["private"]'),
              database: outputOf('vpc', 'route_table_ids["database"]'),
            },
            routes: routesOf(cluster, fleet),
          },
          beside: {},
        },
      ]
    : [];

/** A private AS number by the VPC's second octet: regions have disjoint VPCs, and it never moves. */
export const asn = ({ network }: Pick<Cluster, 'network'>): number =>
  64_512 + (Math.floor((parseCidr(network.vpc)?.first ?? 0) / 65_536) % 256);
