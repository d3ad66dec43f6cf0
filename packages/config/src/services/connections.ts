import { freeze } from '@bizflow/kernel';
import type { Cluster } from '../clusters/clusters.ts';
import { memoryOf } from '../cost/sizes.ts';
import { rolloutPolicy } from '../release/rollout-policy.ts';
import type { Service } from './service.ts';
import { variables } from './variables.ts';

/** How many connections RDS accepts (RDS user guide, "Quotas": maximum connections of PostgreSQL). */
export const connectionPolicy = freeze({
  /** One for so many bytes of DBInstanceClassMemory ... */
  bytesEach: 9_531_392,
  /** ... but never more, by default. */
  most: 5000,
  /** DBInstanceClassMemory is what the system and RDS leave of the instance's memory; our estimate. */
  memoryShare: 0.93,
  /** For superusers, RDS itself, migrations, and people in an emergency. */
  reserved: 50,
  /** What a pod opens that answers no one: for its probe. A pool grows with requests, not with pods. */
  idleEach: 1,
});

/** The connections that are left for pods on an instance type; 0 for one of an unknown family or size. */
export function acceptedBy(instance: string): number {
  const { bytesEach, most, memoryShare, reserved } = connectionPolicy;
  const memory = instance.startsWith('db.') ? memoryOf(instance) : undefined;
  const bytes = (memory ?? 0) * memoryShare;
  return Math.max(0, Math.min(Math.floor(bytes / bytesEach), most) - reserved);
}

/** The connections that each pod may open. */
export const poolSize = (): number => Number(variables.DATABASE_POOL_SIZE.value);

/** Pods of a service while a release is at its largest: with a load balancer both versions at full scale. */
const podsInRelease = ({ exposure }: Service, replicas: number): number => {
  const surge = exposure === null ? Number.parseInt(rolloutPolicy.maxSurge, 10) / 100 : 1;
  return replicas + Math.ceil(surge * replicas);
};

/** The connections that the pods of one cluster may open while all of its services are released. */
export const connectionsOf = (
  { environment }: Pick<Cluster, 'environment'>,
  services: readonly Service[],
): number =>
  podsWithDatabase(services, (service) => service.replicas[environment.name]?.max) * poolSize();

/**
 * The same of a cluster that answers no one: it has its fewest pods, and their pools are empty. When people are led
 * there, they open connections there, and not where they were.
 */
export const idleConnectionsOf = (
  { environment }: Pick<Cluster, 'environment'>,
  services: readonly Service[],
): number =>
  podsWithDatabase(services, (service) => service.replicas[environment.name]?.min) *
  connectionPolicy.idleEach;

const podsWithDatabase = (
  services: readonly Service[],
  replicasOf: (service: Service) => number | undefined,
): number =>
  services
    .filter((service) => service.variables.some((name) => name === 'DATABASE_URL'))
    .reduce((sum, service) => sum + podsInRelease(service, replicasOf(service) ?? 0), 0);
