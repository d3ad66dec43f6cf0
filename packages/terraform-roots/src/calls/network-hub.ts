import type { Cluster, Fleet } from '@bizflow/config';
import { loadBalancers, transitGatewayAsn } from '@bizflow/config/network';
import { gatewayRoutesOf, isLinked } from '../links/links.ts';
import { type Blocks, type ModuleCall, outputOf } from '../root-file.ts';

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
            amazon_side_asn: transitGatewayAsn(cluster.network),
            route_table_ids: {
              private: outputOf('vpc', 'route_table_ids["private"]'),
              database: outputOf('vpc', 'route_table_ids["database"]'),
            },
            routes: gatewayRoutesOf(cluster, fleet),
            ...hubParts(cluster, fleet),
          },
        },
      ]
    : [];

// The document hangs a line and a service on the hub's gateway, and the other regions have neither.
const hubParts = (cluster: Cluster, { foundations }: Fleet): Blocks => {
  const { hub, directConnect, privateLink } = foundations[cluster.environment.name];
  if (cluster.region.id !== hub) return {};
  return {
    ...(directConnect && {
      direct_connect: {
        amazon_side_asn: directConnect.amazonSideAsn,
        allowed_prefixes: cluster.network.private,
      },
    }),
    ...(privateLink && {
      private_link: {
        allowed_principals: privateLink.allowedPrincipals,
        // The tags of the load balancer that the cluster's Ingresses share.
        load_balancer_tags: {
          'elbv2.k8s.aws/cluster': cluster.name,
          'ingress.k8s.aws/stack': loadBalancers.publicGroup,
          'ingress.k8s.aws/resource': 'LoadBalancer',
        },
      },
    }),
  };
};
