import type { Cluster, Fleet } from '@bizflow/config';
import { delivery, provingCluster } from '@bizflow/config/delivery';
import { pipelineExternalId, pipelineGroup, stageName } from '@bizflow/config/names';
import { type ModuleCall, outputOf } from '../root-file.ts';

/** How the pipeline looks at the cluster that proves images; into no other does it come. */
export const pipelineAccess = (cluster: Cluster, fleet: Fleet): readonly ModuleCall[] =>
  cluster.id === provingCluster(fleet)?.id
    ? [
        {
          module: 'pipeline-access',
          inputs: {
            name: cluster.name,
            cluster_name: outputOf('eks', 'cluster_name'),
            cluster_security_group_id: outputOf('eks', 'cluster_security_group_id'),
            subnets: Object.fromEntries(
              cluster.network.private.map((cidr, index) => [
                cidr,
                outputOf('vpc', `subnet_ids["private"][${index}]`),
              ]),
            ),
            delivery_account: fleet.assigned.accounts.delivery.value,
            trusted_roles: fleet.services.map((service) => stageName(delivery, service, 'staging')),
            external_id: pipelineExternalId(cluster),
            kubernetes_group: pipelineGroup,
          },
        },
      ]
    : [];
