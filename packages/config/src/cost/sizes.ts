import type { Cluster } from '../clusters/clusters.ts';
import type { Service } from '../services/service.ts';
import type { CostRow, Sizes } from './prices.ts';

const named: Readonly<Record<string, number>> = { medium: 1, large: 2, xlarge: 4 };

/** The vCPUs of an instance type of the sizes in use here: `db.r6g.2xlarge` has 8. */
export function vcpus(instance: string): number | undefined {
  const size = instance.split('.').at(-1) ?? '';
  const times = /^(\d+)xlarge$/.exec(size)?.[1];
  if (times !== undefined) return 4 * Number(times);
  return Object.hasOwn(named, size) ? named[size] : undefined;
}

/** GiB of memory for each vCPU, by the letter of an instance's family (EC2 and RDS, "Instance types"). */
const gibPerVcpu: Readonly<Record<string, number | undefined>> = { c: 2, m: 4, r: 8 };

/** Bytes of memory of an instance type of the families and sizes in use here: `db.r6g.2xlarge` has 64 GiB. */
export function memoryOf(instance: string): number | undefined {
  const gib = gibPerVcpu[/^(?:db\.)?([a-z])\d/.exec(instance)?.[1] ?? ''];
  const vcpu = vcpus(instance);
  return gib === undefined || vcpu === undefined ? undefined : vcpu * gib * 2 ** 30;
}

/** What of a cluster's place costs money all the time; an unknown instance is COST_INSTANCE. */
export const sizesOf = (
  { region, environment }: Pick<Cluster, 'region' | 'environment'>,
  services: readonly Service[],
): Sizes => ({
  computeVcpu:
    region.cluster.nodes.min * known(region.cluster.nodes.instance) +
    services.reduce(
      (sum, { replicas, resources }) =>
        sum + ((replicas[environment.name]?.min ?? 0) * resources.cpuMillicores) / 1000,
      0,
    ),
  databaseVcpu: known(region.database.instance) * (region.database.multiAz ? 2 : 1),
  databaseGb: region.database.storageGb,
  cacheVcpu: known(region.redis.node) * (1 + region.redis.replicas),
  bucketCopies: region.buckets.reduce(
    (sum, { replicatesTo }) => sum + (stands(environment, replicatesTo) ? 2 : 1),
    0,
  ),
});

// A bucket is replicated only to regions of its own environment.
const stands = ({ sites }: Cluster['environment'], region: string | null): boolean =>
  region !== null && (sites === 'catalog' || sites.some((site) => site.region === region));

const known = (instance: string): number => vcpus(instance) ?? 0;

/** How much of its price a row keeps when the sizes change, and the words that say so. */
export const scaling: Readonly<
  Record<CostRow, { readonly by: string; readonly ratio: (now: Sizes, then: Sizes) => number }>
> = {
  EKS: {
    by: 'by the vCPUs of the smallest node group and of the fewest pods',
    ratio: (now, then) => now.computeVcpu / then.computeVcpu,
  },
  // A gp3 gigabyte is about a tenth of what the document's instances cost (RDS price list).
  RDS: {
    by: 'nine tenths by vCPUs with the standby, one tenth by gigabytes',
    ratio: (now, then) =>
      (9 * now.databaseVcpu) / then.databaseVcpu / 10 + now.databaseGb / then.databaseGb / 10,
  },
  ElastiCache: {
    by: 'by the vCPUs of all nodes',
    ratio: (now, then) => now.cacheVcpu / then.cacheVcpu,
  },
  'S3 + Transfer': {
    by: 'by buckets and their copies in other regions',
    ratio: (now, then) => now.bucketCopies / then.bucketCopies,
  },
  'ALB + WAF': { by: 'by nothing: each cluster has one public entry', ratio: () => 1 },
  Other: { by: 'by nothing: no fact here says what it is', ratio: () => 1 },
};
