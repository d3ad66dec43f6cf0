import { type Fleet, fleetRules } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import type { Problem } from '@bizflow/kernel';
import { edgePolicyRules } from '@bizflow/waf-rules';
import { scopeRules } from './rules/scope-rules.ts';
import type { Scope } from './scope.ts';
import { clientsTree } from './trees/clients.ts';
import { factsTree } from './trees/facts.ts';
import { gitopsTree } from './trees/gitops.ts';
import { installTree } from './trees/install.ts';
import { type Plan, type RenderedTree, together } from './trees/rendered-tree.ts';
import { runbooksTree } from './trees/runbooks.ts';
import { terraformTree } from './trees/terraform.ts';

/** What clusters, Terraform and people read. */
export const used: readonly RenderedTree[] = [gitopsTree, installTree, terraformTree, runbooksTree];

/** Everything that is rendered: what is used, the facts beside it, and the catalog for other languages. */
const trees: readonly RenderedTree[] = [...used, factsTree, clientsTree];

/** Pure: the same fleet and scope give the same bytes. No file is planned while there is an error. */
export function plan(fleet: Fleet, scope: Scope, of: readonly RenderedTree[] = trees): Plan {
  const faults = rulesOfFacts(fleet, scope);
  if (faults.some(isError)) return { files: [], problems: faults };
  const { files, problems } = together(of.map((tree) => tree.plan(fleet, scope)));
  return { files, problems: [...faults, ...problems] };
}

/** What is wrong with the facts, before anything is planned. */
export const rulesOfFacts = (fleet: Fleet, scope: Scope): readonly Problem[] => [
  ...fleetRules(fleet),
  ...edgePolicyRules(edge),
  ...scopeRules(fleet, scope),
];

/** The folders that a render of this scope makes exact: everything in them is its own. */
export const renderedFolders = (fleet: Fleet, scope: Scope): readonly string[] =>
  trees.flatMap((tree) => tree.folders(fleet, scope));

/** Whether a problem stops a render. */
export const isError = ({ severity }: Problem): boolean => severity === 'error';

export { trees };
