import { hash } from 'node:crypto';
import { repository } from '@bizflow/config';
import { install } from '@bizflow/config/platform';
import { problem } from '@bizflow/kernel';
import { commitNamed } from '../change/base.ts';
import { git } from '../change/git.ts';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan } from '../plan.ts';
import type { Folder } from '../reconcile.ts';
import { gitopsTree } from '../trees/gitops.ts';
import { installTree } from '../trees/install.ts';
import { digestsAt } from './digests-at.ts';
import { type RenderStatement, renderStatement } from './statement.ts';
import { plannedRules } from './statement-rules.ts';

/** What clusters are given. Terraform's roots are approved as plans of their own (decision 0063). */
const folders = ['gitops', install];

/**
 * Says of which commit `gitops/` is the render: renders the work tree, which must be that commit and nothing else,
 * and compares what Git has in it. Throws a {@link GeneratorError} with every file that differs.
 */
export function attestation(tree: Folder): RenderStatement {
  const { root } = tree;
  const { commit } = commitNamed(root, 'work tree', 'HEAD');
  const changed = (git(root, 'status', '--porcelain') ?? 'unknown').split('\n')[0];
  if (changed !== '') throw new GeneratorError([uncommitted(changed)], '');
  const { files, problems } = plan(factsOf(tree), {}, [gitopsTree, installTree]);
  const planned = new Map(files.map(({ path, text }) => [path, hash('sha256', text, 'hex')]));
  const faults = [
    ...problems.filter(isError),
    ...plannedRules(planned, { commit, digests: digestsAt(root, commit, folders) }),
  ];
  if (faults.length > 0) throw new GeneratorError(faults, '');
  return renderStatement({
    ...{ repository, commit, folders, digests: planned },
    generator: generatorOf(tree),
  });
}

const generatorOf = (tree: Folder) => {
  const { name, version } = JSON.parse(tree.read('apps/generator/package.json', 'utf8') ?? '{}');
  return { name, version };
};

const uncommitted = (changed = '') =>
  problem({
    code: 'TREE_UNCOMMITTED',
    at: 'work tree',
    value: changed,
    reason: 'differs from the last commit, so that its render would belong to no commit',
    remedy: 'run it in a fresh checkout of the commit',
  });
