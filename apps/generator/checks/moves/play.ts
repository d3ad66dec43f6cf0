import { commitAll } from '@bizflow/testing/commits';
import { beginMove, confirmMove, generated } from '@bizflow/testing/move-steps';
import type { Workspace } from '@bizflow/testing/workspace';

/** Renders, proves and commits, and says how many proofs hold. */
function proved(workspace: Workspace, step: string): void {
  const rendered = generated(workspace, 'render');
  const [closing = ''] = /^render: .*$/m.exec(rendered) ?? [];
  const [proofs = ''] = /^prove: .*$/m.exec(generated(workspace, 'prove')) ?? [];
  console.log(`  ${step.padEnd(12)} ${closing}; ${proofs}`);
  commitAll(workspace, step);
}

/** Begins a move in the copy and takes every step of it; at each the render goes through and all proofs hold. */
export function play(workspace: Workspace, words: readonly string[]): void {
  console.log(words.join(' '));
  const begun = beginMove(workspace, words);
  const confirms = (team: string): void => {
    generated(workspace, 'render');
    commitAll(workspace, `${team} confirms`);
  };
  for (let { step } = begun; ; step = confirmMove(workspace, begun.id, confirms)) {
    proved(workspace, step);
    if (step === 'forget') return;
  }
}
