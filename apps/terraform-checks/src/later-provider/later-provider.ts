import type { Problem } from '@bizflow/kernel';
import { planOf, type Tree } from '@bizflow/terraform-plan';
import type { ProviderSchema } from './provider-schema.ts';
import { referenceRules } from './reference-rules.ts';
import { missingTypes, schemaRules } from './schema-rules.ts';

/** What a later provider reports for modules and roots, before an upgrade. */
export interface LaterProvider {
  readonly problems: readonly Problem[];
  /** Types of which its file of schemas knows nothing. */
  readonly missing: readonly string[];
}

/** Checks every module, and every reference of a plan, with the schemas of a later provider. */
export const laterProvider = (tree: Tree, schema: ProviderSchema): LaterProvider => {
  const sources = Object.values(tree);
  const plans = Object.keys(tree)
    .filter((folder) => folder.startsWith('environments/'))
    .map((root) => planOf(tree, root));
  return {
    problems: [
      ...sources.flatMap((source) => schemaRules(source, schema)),
      ...plans.flatMap((plan) => referenceRules(plan, schema)),
    ],
    missing: missingTypes(sources, schema),
  };
};
