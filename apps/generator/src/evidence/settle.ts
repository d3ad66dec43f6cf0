import { evidenceFolder } from '@bizflow/evidence';
import { type Problem, problem } from '@bizflow/kernel';
import { refuse } from '../error.ts';
import { apply, type Folder, survey } from '../reconcile.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';

/**
 * Makes docs/evidence/ contain exactly the files, or with `check` only names what differs. Throws a
 * {@link GeneratorError} for that, and for a file that it did not write or that was edited. Returns a line for people.
 */
export function settle(tree: Folder, files: readonly RenderedFile[], check: boolean): string {
  const found = survey(tree, [evidenceFolder], files);
  const { missing, stale, removed, unchanged } = found;
  const different = check ? [...missing, ...stale, ...removed] : [];
  refuse([...found.problems, ...different.map(stalePage)]);
  if (check) return `evidence: ${unchanged} files are what the facts and the proofs say`;
  apply(tree, found, files);
  const written = missing.length + stale.length;
  return `evidence: ${written} written, ${unchanged} unchanged, ${removed.length} removed`;
}

const stalePage = (path: string): Problem =>
  problem({
    code: 'EVIDENCE_STALE',
    at: path,
    value: 'drift',
    reason: 'is not what the facts and the proofs say now',
    remedy: 'run: npx nx generate @bizflow/generator:evidence',
  });
