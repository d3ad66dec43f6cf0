import { countedNames } from '../names/names.ts';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { accessRules } from './access-rules.ts';
import { entriesOf } from './entries.ts';
import { namedIn } from './named.ts';

/** Every group, user and role that is named somewhere has a way in. */
export const access = ({ manifests, planned, plans }: RenderedFleet): Proof => {
  const named = Object.entries(manifests).flatMap(([file, text]) => namedIn(file, text));
  const entries = plans.flatMap(entriesOf);
  return proofOf('access', 'every group, user and role with rights in a cluster has a way in', {
    problems: accessRules(planned, manifests, plans),
    witness: [
      ...countedNames(named),
      `${entries.length} access entries of EKS name roles that can be taken`,
    ],
  });
};
