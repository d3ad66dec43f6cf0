import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import { type Cluster, clusters, sites } from '../clusters/clusters.ts';
import { environments } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { imageRepository } from '../images/images.ts';
import type { Severity } from '../images/scan-policy.ts';
import { gradual } from '../release/canary.ts';
import type { Compute } from '../services/service.ts';

const stagingRegion = environments.staging.sites[0]?.region;

/** A steady load on one pod, and what its answers must keep. */
export interface PerformancePolicy {
  readonly seconds: number;
  readonly connections: number;
  readonly requestsPerSecond: number;
  /** Fewer answers than this share of what was asked for prove nothing. */
  readonly minAnsweredRatio: number;
  readonly maxErrorRatio: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** "Performance tests": the limits are those of the document's alarms. */
const performance: PerformancePolicy = {
  seconds: 60,
  connections: 20,
  requestsPerSecond: 50,
  minAnsweredRatio: 0.9,
  // The canary's limit, "Auto-rollback on error rate > 1%".
  maxErrorRatio: gradual.maxErrorRatio,
  // "Latency p95 > 1s" warns in production, "Latency p99 > 3s" pages on-call.
  p95Ms: 1000,
  p99Ms: 3000,
};

/** "Security scan (DAST)": the worst risk that ZAP may still report. */
const dast: { readonly tolerates: Severity } = { tolerates: 'MEDIUM' };

/** How an image is made, and what it must show in staging before anyone is asked for production. */
export const delivery = freeze({
  /** The prefix of the delivery account's names. */
  name: 'bizflow-delivery',
  /** What Terraform calls its key there. */
  key: 'delivery',
  /** The pipeline's tokens in Secrets Manager, by the input of the module that takes their ARNs. */
  secrets: { snyk_token: 'bizflow/delivery/snyk', github_token: 'bizflow/delivery/github' },
  /** The region whose registry is pushed to: staging pulls there first, ECR carries on to the others. */
  region: stagingRegion,
  /** Graviton first; amd64 as well, so that each service may move to Fargate (decision 0005). */
  architectures: ['arm64', 'amd64'] satisfies readonly Compute['architecture'][],
  /** How long ECR may take to carry an image to every region ("most in under 30 minutes", user guide). */
  replicationMinutes: 30,
  /** How long Argo CD and the canary of staging may take. */
  syncMinutes: 20,
  /** How long ECR may take to scan what was pushed. */
  scanMinutes: 15,
  performance,
  dast,
});

/** Every region whose registry must have each image: where an environment has a cluster. */
export const registryRegions = ({
  environments: all,
  catalog,
}: Pick<Fleet, 'environments' | 'catalog'>): readonly RegionId[] => [
  ...new Set(all.flatMap((environment) => sites(environment, catalog).map(({ region }) => region))),
];

/**
 * Every region that images are carried to. What remains of a region gets none: its registry is emptied and destroyed,
 * and ECR would make the repositories again, without our settings.
 */
export const imageRegions = (fleet: Pick<Fleet, 'environments' | 'catalog'>): readonly RegionId[] =>
  registryRegions(fleet).filter((id) => fleet.catalog[id].life.extent !== 'remains');

/** The repositories of images that others publish: what a job of the platform runs. */
export const mirroredRepositories = ({ tenancy }: Pick<Fleet, 'tenancy'>): readonly string[] => [
  imageRepository({ name: tenancy.client.repository }),
];

/** The repositories that every registry has. */
export const repositories = (fleet: Pick<Fleet, 'services' | 'tenancy'>): readonly string[] => [
  ...fleet.services.map(imageRepository),
  ...mirroredRepositories(fleet),
];

/** The registry that is pushed to, of the account that owns all images. */
export const homeRegistry = ({ assigned }: Pick<Fleet, 'assigned'>): string =>
  `${assigned.accounts.delivery.value}.dkr.ecr.${delivery.region}.amazonaws.com`;

/** The cluster that proves images: in the region that is pushed to, where no release waits for a person. */
export const provingCluster = (facts: Fleet): Cluster | undefined =>
  clusters(facts).find(
    ({ environment, region }) => !environment.approval && region.id === delivery.region,
  );
