import type { Cluster, Environment, Fleet } from '@bizflow/config';
import { globalRegion } from '@bizflow/config/foundation';
import { stateBucket } from '../settings.ts';

/** Which workflows of GitHub may act in an environment, and on which states. */
export const github = (
  environment: Environment,
  fleet: Fleet,
  places: readonly Cluster[],
): { readonly [field: string]: string | readonly string[] } => {
  const account = fleet.assigned.accounts[environment.name].value;
  const regions = [globalRegion, ...places.map(({ region }) => region.id)];
  return {
    repository: fleet.repository.replace(/^https:\/\/[^/]+\//, '').replace(/\.git$/, ''),
    environment: environment.name,
    regions,
    state_buckets: regions.map((region) => stateBucket({ account, region })),
  };
};
