import type { Cluster } from '@bizflow/config';
import { loadBalancerHost } from '@bizflow/config/names';

/** A Route 53 health check, as `terraform/global` takes it. */
export type HealthCheck = {
  readonly name: string;
  readonly host: string;
  readonly path: string;
  readonly interval_seconds: number;
  readonly failure_threshold: number;
  readonly checkers: readonly string[];
};

/** The document's hc-india and the others, each on its region's own load balancer. */
export const healthChecks = (places: readonly Cluster[]): Readonly<Record<string, HealthCheck>> =>
  Object.fromEntries(
    places.map((cluster) => {
      const { name, path, intervalSeconds, failureThreshold, checkers } =
        cluster.region.dns.healthCheck;
      return [
        cluster.region.id,
        {
          name,
          host: loadBalancerHost(cluster),
          path,
          interval_seconds: intervalSeconds,
          failure_threshold: failureThreshold,
          checkers,
        },
      ];
    }),
  );
