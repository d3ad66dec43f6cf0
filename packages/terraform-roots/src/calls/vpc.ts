import type { Cluster, Fleet } from '@bizflow/config';
import { cdnSecurityGroupName, logGroup } from '@bizflow/config/names';
import { interfaceEndpoints } from '@bizflow/config/network';
import { networkAcls } from '../network-acls.ts';
import type { ModuleCall } from '../root-file.ts';
import { keyArn } from './security.ts';

/** The network of the document's "VPC Design", with the catalog's own addresses. */
export const vpc = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const { natGateways, networkFirewall, logRetentionDays } =
    fleet.foundations[cluster.environment.name];
  const { vpc: cidr, ...subnets } = cluster.network;
  return {
    module: 'vpc',
    inputs: {
      name: cluster.name,
      cidr,
      zones: cluster.region.zones,
      subnets,
      network_acls: networkAcls(cluster, fleet),
      nat_gateways: natGateways,
      internet_route: networkFirewall ? 'inspected' : 'direct',
      interface_endpoints: interfaceEndpoints,
      registry_account: fleet.assigned.accounts.delivery.value,
      cdn_security_group: cluster.environment.cdn ? cdnSecurityGroupName(cluster) : null,
      kms_key_arn: keyArn('application'),
      flow_log_group: logGroup(cluster, 'flow'),
      log_retention_days: logRetentionDays,
    },
  };
};
