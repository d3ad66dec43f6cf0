import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { type Problem, unless } from '@bizflow/kernel';

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

/** The clusters of a scope. */
export const clustersIn = (fleet: Fleet, scope: Scope): readonly Cluster[] =>
  clusters(fleet).filter((cluster) => inScope(scope, cluster));

/** Whether a scope is about everything. */
export const isWhole = (scope: Scope): boolean =>
  Object.values(scope).every((wanted) => wanted === undefined);

/** A scope that names nothing is a typing error, and must not empty a folder. */
export const scopeProblems = (fleet: Fleet, scope: Scope): readonly Problem[] => {
  const known = {
    environment: fleet.environments.map(({ name }) => name as string),
    region: Object.keys(fleet.catalog),
    service: fleet.services.map(({ name }) => name),
  };
  const unknown = (['environment', 'region', 'service'] as const).flatMap((option) => {
    const wanted = scope[option];
    return unless(wanted === undefined || known[option].includes(wanted), {
      code: 'OPTION_UNKNOWN',
      at: `--${option}`,
      value: wanted,
      reason: `is no ${option} of the fleet`,
      remedy: `use one of ${known[option].join(', ')}`,
    });
  });
  return unknown.length > 0
    ? unknown
    : unless(clustersIn(fleet, scope).length > 0, {
        code: 'SCOPE_EMPTY',
        at: '--environment --region',
        value: `${scope.environment ?? 'any'} ${scope.region ?? 'any'}`,
        reason: 'no cluster stands there',
        remedy: `use one of ${clusters(fleet)
          .map(({ id }) => id)
          .join(', ')}`,
      });
};
