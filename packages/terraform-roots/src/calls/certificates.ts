import type { Cluster, Fleet } from '@bizflow/config';
import {
  argoCdHost,
  cdnHost,
  cdnOriginHost,
  cdnPublicHost,
  loadBalancerHost,
} from '@bizflow/config/names';
import { publicHosts } from '../global/routing.ts';
import type { ModuleCall } from '../root-file.ts';

/**
 * The certificate that the load balancers of the region find by host name. `terraform/global` makes
 * the zone and proves the names that every region answers, so it is applied first.
 */
export const certificates = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const { environment } = cluster;
  const { zone, cdn } = environment;
  return {
    module: 'certificates',
    inputs: {
      name: cluster.name,
      zone,
      zone_id: `\${data.aws_route53_zone.public.zone_id}`,
      own_names: [
        loadBalancerHost(cluster),
        argoCdHost(cluster),
        ...(cdn ? [cdnHost(cluster)] : []),
      ],
      shared_names: [
        ...publicHosts(environment, fleet),
        ...(cdn ? [cdnPublicHost(environment), cdnOriginHost(environment)] : []),
      ],
    },
    beside: { data: { aws_route53_zone: { public: { name: zone } } } },
  };
};
