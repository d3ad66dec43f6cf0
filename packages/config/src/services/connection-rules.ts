import { type Problem, unless } from '@bizflow/kernel';
import { type Cluster, clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { acceptedBy, connectionsOf, idleConnectionsOf, poolSize } from './connections.ts';

/**
 * A database accepts what all pods that write to it may open while every region releases at once. A replica must
 * have room for its own region, which writes to it after a failover; a region that is not active does not count, and
 * another one that answers no one counts little.
 */
export const connectionRules = (fleet: Fleet): readonly Problem[] =>
  clusters(fleet).flatMap(({ id, environment, region }, _, all) => {
    const writers = all.filter(
      (one) =>
        one.environment === environment &&
        (one.region.id === region.id ||
          (one.region.database.writer === region.id && one.region.status === 'active')),
    );
    const wanted = writers.reduce((sum, one) => {
      const opens =
        one.region.id !== region.id && answersNoOne(one) ? idleConnectionsOf : connectionsOf;
      return sum + opens(one, fleet.services);
    }, 0);
    const accepted = acceptedBy(region.database.instance);
    // A type that is not known, or a pool that is not a number, is a problem of its own.
    return unless(accepted === 0 || !(wanted > accepted), {
      code: 'DATABASE_CONNECTIONS',
      at: `${id}.database.instance`,
      value: `${region.database.instance}: ${accepted} connections`,
      reason: `cannot accept the ${wanted} that pods of ${writers.map((one) => one.region.id).join(' and ')} may open during a release`,
      remedy: `lower services.variables.DATABASE_POOL_SIZE, of which each pod opens ${poolSize()}, or replicas.max of a service, both in packages/config/src/services/; or use a larger instance`,
    });
  });

// Sites of an environment of its own are for tests, which come to all of them.
const answersNoOne = ({ environment, region }: Cluster): boolean =>
  environment.sites === 'catalog' && region.serves.length + region.dns.locations.length === 0;
