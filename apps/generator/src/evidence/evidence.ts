import { evidenceOf } from '@bizflow/evidence';
import { homesOf, prove, transfersIn } from '@bizflow/proofs';
import type { Tree } from '@nx/devkit';
import { git } from '../change/git.ts';
import { refusal, refuse } from '../error.ts';
import { filesBelow } from '../prove/files-below.ts';
import { notRendered } from '../prove/not-rendered.ts';
import { provable } from '../prove/provable.ts';
import { isSource } from '../prove/rendered-in.ts';
import { datedFiles } from './files.ts';
import { settle } from './settle.ts';

export interface EvidenceOptions {
  readonly date?: string;
  readonly check: boolean;
}

/** Writes docs/evidence/, or only names what differs there. Returns a line for people. */
export async function evidence(tree: Tree, { date, check }: EvidenceOptions): Promise<string> {
  const day = date ?? dateOfHead(tree.root);
  const { facts, rendered, differing } = await provable(tree);
  refuse(differing.length === 0 ? [] : [notRendered(differing)]);
  const texts = {
    ...filesBelow(tree, 'facts', isSource),
    ...filesBelow(tree, 'gitops', isSource),
    ...filesBelow(tree, 'terraform', isSource),
  };
  const looked = {
    ...{ fleet: facts, texts, transfers: transfersIn(rendered) },
    // People in staging are testers.
    homes: homesOf(rendered).filter(({ environment }) => environment === 'production'),
  };
  const { files, problems } = evidenceOf(prove(rendered), looked);
  refuse(problems);
  const dated = datedFiles(files, day, (path) => tree.read(path, 'utf8'));
  return settle(tree, dated, check);
}

/** When the newest commit was made, in UTC. Without Git there is no date to take. */
function dateOfHead(root: string): string {
  const date = git(root, 'log', '-1', '--format=%cI')?.trim();
  if (date) return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
  throw refusal({
    code: 'EVIDENCE_DATE',
    at: '--date',
    value: undefined,
    reason: 'is required: OSCAL needs the day of the last change, and Git has no commit',
    remedy: 'add --date=2026-01-31T12:00:00Z',
  });
}
