import { edge } from '@bizflow/config/edge';
import { catalog } from '@bizflow/region-catalog';
import type { Profile } from '../policy/edge-config.ts';
import { type EdgeFacts, edgePolicy } from '../policy/edge-policy.ts';

/** The committed facts; that this compiles proves that config's shape is the package's own. */
export const facts: EdgeFacts = { edge, catalog };

export const profiles = ['direct', 'cloudfront', 'origin'] as const satisfies readonly Profile[];

/** The committed policy, under an example name. */
export const policy = (profile: Profile) => edgePolicy(facts, { name: 'bizflow-test' }, profile);
