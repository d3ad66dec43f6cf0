import { type Problem, unless } from '@bizflow/kernel';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Each Argo CD asks a user pool of its own region, so that no region waits for another to be let in. */
export const signOnRules = (fleet: Fleet): readonly Problem[] =>
  clusters(fleet).flatMap(({ id, region, userPool }) =>
    unless(userPool === '' || userPool.startsWith(`${region.id}_`), {
      code: 'SIGN_ON_REGION',
      at: `assigned.clusters['${id}'].userPool`,
      value: userPool,
      reason: `is a user pool of another region than ${region.id}`,
      remedy: `write the id of the pool in ${region.id}, which docs/foundation.md says how to make`,
    }),
  );
