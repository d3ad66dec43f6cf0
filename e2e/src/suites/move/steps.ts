import { commitAll } from '@bizflow/testing/commits';
import { beginMove, confirmMove, generated } from '@bizflow/testing/move-steps';
import type { Workspace } from '@bizflow/testing/workspace';
import type { Words } from './asked.ts';
import { type Checkout, checkout } from './checkout.ts';

/**
 * Begins a move in a copy with a history, and takes its steps one by one: each is rendered, committed and read. What a
 * step waits for is confirmed when the next one is asked for, and not before.
 */
export function* stepsOfMove(workspace: Workspace, words: Words): Generator<Checkout, undefined> {
  const rendered = (message: string) => {
    generated(workspace, 'render');
    commitAll(workspace, message);
  };
  const begun = beginMove(workspace, words);
  for (let { step } = begun; ; ) {
    rendered(step);
    yield checkout(workspace.root, step);
    if (step === 'forget') return;
    step = confirmMove(workspace, begun.id, (team) => rendered(`${team} confirms`));
  }
}
