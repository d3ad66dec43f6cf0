import { counted } from '@bizflow/kernel';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { nameRules } from './name-rules.ts';
import { neededNames } from './needed.ts';

/** Every name that a cluster counts on is made by a Terraform root, or by the cluster itself. */
export const names = ({ manifests, plans }: RenderedFleet): Proof => {
  const needed = Object.entries(manifests).flatMap(([file, text]) => neededNames(file, text));
  return proofOf('names', 'every name that gitops/ counts on is made by a root', {
    problems: nameRules(manifests, plans),
    witness: countedNames(needed),
  });
};

/** How many names there are of each kind, with one of them. */
export const countedNames = (
  all: readonly { readonly kind: string; readonly name: string }[],
): readonly string[] =>
  [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => {
    const different = new Set(own.map(({ name }) => name));
    return `${kind}: ${counted(different.size, 'name')}, such as ${own[0]?.name}`;
  });
