import { freeze } from '@bizflow/kernel';
import type { PriorityName } from '../compute/priorities.ts';
import type { EnvironmentName } from '../environments/environments.ts';
import type { VariableName } from './variables.ts';

/** Where pods run. EKS Fargate offers neither Spot nor arm64 (docs/decisions/0005). */
export type Compute =
  | { readonly kind: 'karpenter'; readonly architecture: 'arm64' | 'amd64' }
  | { readonly kind: 'fargate'; readonly architecture: 'amd64' };

/** A service's place behind the cluster's public load balancers. */
export interface Exposure {
  /** A label before the environment's zone: `api` answers `api.<zone>`. */
  readonly host: string;
  /**
   * The host that the certificates of each environment carry; null until Terraform had it issued. Ingresses answer
   * this one: a host without a certificate would stop the load balancer for all services (docs/decisions/0003).
   */
  readonly certified: Readonly<Record<EnvironmentName, string | null>>;
  /** Whether it also answers `<region>.alb.<zone>`, which Route 53 checks; exactly one does. */
  readonly answersRegion: boolean;
  /** Whether it also answers `cdn.<zone>`, behind CloudFront; exactly one does. */
  readonly answersCdn: boolean;
}

/**
 * What a pod may open connections to, beside DNS and the telemetry collector. With `bucket` its role may use the
 * region's buckets as well; a NetworkPolicy names S3's addresses only as all public ones.
 */
export type Reach = 'database' | 'redis' | 'bucket' | 'internet';

/** Every reach, in the order of a service's policies. */
export const everyReach = freeze([
  'database',
  'redis',
  'bucket',
  'internet',
] as const satisfies readonly Reach[]);

/** How a canary is measured: a Prometheus counter of attempts, and label selectors on it. */
export interface FailureMeasure {
  readonly attempts: string;
  /** Those that count: never the probes, or a canary without traffic would look healthy. */
  readonly counted: string;
  readonly failed: string;
}

/** One program BizFlow runs in every cluster. */
export interface Service {
  /** A DNS label; the namespace is `bizflow-<name>`, the ECR repository `bizflow/<name>`. */
  readonly name: string;
  readonly port: number;
  /** HTTP path of the readiness and liveness probes. */
  readonly healthPath: string;
  readonly compute: Compute;
  /** How the Internet reaches it; `null` takes no traffic at all. */
  readonly exposure: Exposure | null;
  readonly priority: PriorityName;
  readonly resources: { readonly cpuMillicores: number; readonly memoryMi: number };
  readonly replicas: Readonly<
    Record<EnvironmentName, { readonly min: number; readonly max: number }>
  >;
  /** Average CPU the autoscaler aims at, in percent of the request. */
  readonly targetCpuPercent: number;
  /** Share of pods that a node drain may take at once. */
  readonly maxUnavailablePercent: number;
  /** Time a pod has to finish its work after SIGTERM. */
  readonly shutdownSeconds: number;
  readonly reaches: readonly Reach[];
  readonly variables: readonly VariableName[];
  readonly failures: FailureMeasure;
}
