import { type Cluster, clusters, type Fleet, hasPlatform } from '@bizflow/config';

/** Which part of the fleet a render is about; an absent field means all of it. */
export interface Scope {
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
  readonly service?: string | undefined;
}

const matches = (wanted: string | undefined, found: string): boolean =>
  wanted === undefined || wanted === found;

/** Whether a cluster belongs to a scope. */
export const inScope = (scope: Scope, { environment, region }: Cluster): boolean =>
  matches(scope.environment, environment.name) && matches(scope.region, region.id);

/** The clusters of a scope; of a region that is to be destroyed only its Terraform roots remain. */
export const clustersIn = (fleet: Fleet, scope: Scope): readonly Cluster[] =>
  clusters(fleet).filter((cluster) => hasPlatform(cluster) && inScope(scope, cluster));

/** Whether a scope is about everything. */
export const isWhole = (scope: Scope): boolean =>
  Object.values(scope).every((wanted) => wanted === undefined);
