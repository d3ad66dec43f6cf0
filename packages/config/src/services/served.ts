import { type Cluster, runsServices } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Service } from './service.ts';

/**
 * The services that a cluster gets: one behind its load balancer comes when its certificate is issued,
 * and none while a move fills or empties the region.
 */
export const servicesIn = (
  cluster: Cluster,
  { services }: Pick<Fleet, 'services'>,
): readonly Service[] =>
  services.filter(
    ({ exposure }) =>
      runsServices(cluster) &&
      (exposure === null || exposure.certified[cluster.environment.name] !== null),
  );
