import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { neededNames, ownWebAcls } from './needed.ts';
import { producedNames } from './produced.ts';

/** The files of `gitops/` by their path. */
export type Manifests = Readonly<Record<string, string>>;

/** Names that manifests count on and that neither a root nor a manifest makes. */
export const nameRules = (manifests: Manifests, plans: readonly Plan[]): readonly Problem[] => {
  const produced = producedNames(plans);
  const own = new Set(
    Object.values(manifests)
      .flatMap(ownWebAcls)
      .map((name) => `web ACL ${name}`),
  );
  return Object.entries(manifests)
    .flatMap(([file, text]) => neededNames(file, text))
    .filter(({ kind, name }) => ![produced, own].some((all) => all.has(`${kind} ${name}`)))
    .map(({ kind, name, file }) =>
      problem({
        code: 'NAME_UNPRODUCED',
        at: file,
        value: name,
        reason: `is the name of a ${kind}, but no Terraform root creates one with this name`,
        remedy: `create the ${kind} in the environment's root, or correct the name`,
      }),
    );
};
