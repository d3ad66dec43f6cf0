import { freeze } from '@bizflow/kernel';

/** What release approvers may do to services; who they are is in sign-on/groups.ts. */
export const approvers = freeze({
  /** `sync` alone keeps the promise of a freeze: a person may still sync by hand. */
  verbs: ['get', 'sync'],
  /** Actions of a Rollout. Never `promote-full`: it would skip the steps and their analysis. */
  actions: ['resume', 'abort', 'retry'],
});
