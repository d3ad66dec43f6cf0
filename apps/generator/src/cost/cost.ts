import { join } from 'node:path';
import { clusters, fleetRules } from '@bizflow/config';
import { budget } from '@bizflow/config/cost';
import type { Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree.js';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan } from '../plan.ts';
import { renderedFrom, renderedIn, type TreeOfFiles } from '../prove/rendered-in.ts';
import { scopeRules } from '../rules/scope-rules.ts';
import { atCommit } from './at-commit.ts';
import { deltaLines } from './delta.ts';
import { type Chosen, chosen, type Estimate, estimateOf } from './estimate.ts';
import { renderedTable } from './rendered-table.ts';
import { savedEstimate } from './saved-estimate.ts';
import { costTable } from './table.ts';

export interface CostOptions extends Chosen {
  /** A commit to compare with. */
  readonly since?: string;
  /** An estimate of `--json`, to compare with. */
  readonly base?: string;
  readonly json?: boolean;
}

type Read = TreeOfFiles & Pick<Tree, 'root'>;

/** What the fleet costs a month, or what a change of it does; writes nothing. */
export async function cost(tree: Read, options: CostOptions): Promise<readonly string[]> {
  const facts = factsOf(tree);
  const { environment, region } = options;
  const problems = [...fleetRules(facts), ...scopeRules(facts, { environment, region })];
  refuse(problems.filter(isError));
  // What cannot be compared with is refused before anything is rendered.
  const before = options.json === true ? null : await baseOf(tree, options);
  // As a render would write it: a changed fact is priced before it is rendered.
  const { files } = plan(facts, {});
  const now = chosen(estimateOf(facts, await renderedFrom(tree, facts, files)), options);
  if (options.json === true) return [JSON.stringify(now)];
  if (before !== null) return deltaLines(chosen(before, options), now);
  const budgets = clusters(facts).map((cluster) => ({
    place: `${cluster.environment.name}/${cluster.region.id}`,
    usd: budget(cluster, facts).limitUsd,
  }));
  return [...costTable(now.document), '', ...renderedTable(now, budgets)];
}

const baseOf = async (tree: Read, { since, base }: CostOptions): Promise<Estimate | null> => {
  if (base !== undefined) return savedEstimate(base, tree.read(base, 'utf8'));
  if (since === undefined) return null;
  // A commit from before a table or a fact was here is priced by today's.
  return atCommit(tree.root, since, async (own, folder) => {
    const facts = { ...factsOf(tree), ...own };
    return estimateOf(facts, await renderedIn(new FsTree(join(folder), false), facts));
  });
};
