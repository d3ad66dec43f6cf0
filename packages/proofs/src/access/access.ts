import { counted } from '@bizflow/kernel';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { accessRules } from './access-rules.ts';
import { entriesOf } from './entries.ts';
import { namedIn } from './named.ts';

/** Every group, user and role that is named somewhere has a way in. */
export const access = ({ manifests, planned, plans }: RenderedFleet): Proof => {
  const named = Object.entries(manifests).flatMap(([file, text]) => namedIn(file, text));
  const kinds = Map.groupBy(named, ({ kind }) => kind);
  const entries = plans.flatMap(entriesOf);
  return proofOf('access', 'every group, user and role with rights in a cluster has a way in', {
    problems: accessRules(planned, manifests, plans),
    witness: [
      ...[...kinds].map(([kind, all]) => {
        const different = new Set(all.map(({ name }) => name));
        return `${kind}: ${counted(different.size, 'name')}, such as ${all[0]?.name}`;
      }),
      `${entries.length} access entries of EKS name roles that can be taken`,
    ],
  });
};
