import { type Problem, parseCidr, unless } from '@bizflow/kernel';
import { type Cluster, clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** AWS keeps five addresses of every subnet (VPC user guide, "Subnet sizing"). */
const reservedPerSubnet = 5;

/** Addresses for nodes, load balancers, endpoints and the platform's own pods, per cluster. */
const platformAddresses = 200;

const addresses = ({ network }: Cluster): number =>
  network.private.reduce((sum, cidr) => {
    const range = parseCidr(cidr);
    return sum + (range ? range.last - range.first + 1 - reservedPerSubnet : 0);
  }, -platformAddresses);

// Dedicated tenants exist in production only, and may use their full quotas during a release.
const tenantPods = ({ environment, region }: Cluster, { tenants }: Fleet): number =>
  environment.approval
    ? tenants
        .filter((tenant) => tenant.region === region.id)
        .reduce((sum, { quota }) => sum + quota.pods, 0)
    : 0;

/**
 * A canary that nears 100 % runs every pod twice (Argo Rollouts, "dynamicStableScale": false), and
 * every pod takes an address of a private subnet (VPC CNI): both must fit at full scale.
 */
export const podAddressRules = (fleet: Fleet): readonly Problem[] =>
  clusters(fleet).flatMap((cluster) => {
    const pods = fleet.services.reduce(
      (sum, { replicas }) => sum + 2 * (replicas[cluster.environment.name]?.max ?? 0),
      tenantPods(cluster, fleet),
    );
    return unless(pods <= addresses(cluster), {
      code: 'POD_ADDRESSES',
      at: `${cluster.id}.network.private`,
      value: `${pods} pods`,
      reason: `a release at full scale needs more than the ${addresses(cluster)} addresses left for pods`,
      remedy: 'lower replicas.max or the quotas of tenants, or use larger private subnets',
    });
  });
