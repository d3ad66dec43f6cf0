import type { Cluster } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Service } from './service.ts';

/** The services that a cluster gets: one behind its load balancer comes when its certificate is issued. */
export const servicesIn = (
  { environment }: Pick<Cluster, 'environment'>,
  { services }: Pick<Fleet, 'services'>,
): readonly Service[] =>
  services.filter(
    ({ exposure }) => exposure === null || exposure.certified[environment.name] !== null,
  );
