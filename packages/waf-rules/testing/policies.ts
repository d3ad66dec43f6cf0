import { euMembers } from '@bizflow/region-catalog';
import type { EdgeFacts, Profile } from '../src/policy/edge-policy.ts';
import { edgeWebAcl } from '../src/policy/edge-web-acl.ts';
import { exampleEdge } from './example-edge.ts';

const catalog = {
  north: { serves: ['GB', ...euMembers] },
  south: { serves: ['IN', 'SG'] },
} as const;

/** An edge policy and places that belong to the tests: no change of the fleet touches them. */
export const facts: EdgeFacts = { edge: exampleEdge, catalog };

export const profiles = ['direct', 'cloudfront', 'origin'] as const satisfies readonly Profile[];

/** The example policy's web ACL, under an example name. */
export const policy = (profile: Profile) => edgeWebAcl(facts, { name: 'bizflow-test' }, profile);
