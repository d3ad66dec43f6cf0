import { counted } from '@bizflow/kernel';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { nameRules } from './name-rules.ts';
import { neededNames } from './needed.ts';

/** Every name that a cluster counts on is made by a Terraform root, or by the cluster itself. */
export const names = ({ manifests, plans }: RenderedFleet): Proof => {
  const needed = Object.entries(manifests).flatMap(([file, text]) => neededNames(file, text));
  const kinds = Map.groupBy(needed, ({ kind }) => kind);
  return proofOf('names', 'every name that gitops/ counts on is made by a root', {
    problems: nameRules(manifests, plans),
    witness: [...kinds].map(([kind, all]) => {
      const different = new Set(all.map(({ name }) => name));
      return `${kind}: ${counted(different.size, 'name')}, such as ${all[0]?.name}`;
    }),
  });
};
