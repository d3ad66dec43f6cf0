import { type Cluster, type Fleet, hasPlatform } from '@bizflow/config';
import { logGroup } from '@bizflow/config/names';
import { allowedDomains, firewallSubnets } from '@bizflow/config/network';
import { type ModuleCall, outputOf } from '../root-file.ts';
import { keyArn } from './security.ts';

/** The firewall between the Internet and the public subnets, where an environment has one. */
export const networkFirewall = (cluster: Cluster, fleet: Fleet): readonly ModuleCall[] => {
  const policy = fleet.foundations[cluster.environment.name];
  return policy.networkFirewall
    ? [
        {
          module: 'network-firewall',
          inputs: {
            name: cluster.name,
            vpc_id: outputOf('vpc', 'vpc_id'),
            internet_gateway_id: outputOf('vpc', 'internet_gateway_id'),
            zones: cluster.region.zones,
            firewall_cidrs: firewallSubnets(cluster.network),
            public_cidrs: cluster.network.public,
            public_route_table_ids: outputOf('vpc', 'route_table_ids["public"]'),
            allowed_domains: allowedDomains(fleet),
            kms_key_arn: keyArn('application'),
            deletion_protection: policy.deletionProtection && hasPlatform(cluster),
            log_group: logGroup(cluster, 'firewall'),
            log_retention_days: policy.logRetentionDays,
          },
        },
      ]
    : [];
};
