import { freeze } from '@bizflow/kernel';

/** Who may approve a release at its gate, and what else they may do to a rollout. */
export const approvers = freeze({
  /** A group of the single sign-on; the document's "Manual approval gate" names no group. */
  group: 'bizflow-release-approvers',
  /** Actions of a Rollout. Never `promote-full`: it would skip the steps and their analysis. */
  actions: ['resume', 'abort', 'retry'],
});
