import { asksNothing, terraformAccess } from '@bizflow/config/permissions';
import { type Problem, problem } from '@bizflow/kernel';
import { actionOf } from './action-of.ts';
import type { Call } from './calls-in.ts';

/**
 * Calls that the table of GitHub's roles does not have for their type. What the table has, the roles may
 * do, and nothing else: the proof of permissions compares them. A plan may only read.
 */
export const callRules = (root: string, calls: readonly Call[]): readonly Problem[] =>
  calls
    .filter((call) => !mayCall(call))
    .map((call) =>
      problem({
        code: 'CALL_NOT_ALLOWED',
        at: `${root} ${call.type}`,
        value: actionOf(call),
        reason: `Terraform calls ${call.operation} to ${call.applies ? 'apply' : 'plan'}, and GitHub's role may not for this type`,
        remedy:
          "add the action to the type's row in packages/config/src/permissions/terraform/, and render",
      }),
    );

// AWS tells the holder of any credentials whose they are.
const mayCall = (call: Call): boolean => {
  const action = actionOf(call);
  if (action === 'sts:GetCallerIdentity' || asksNothing.has(call.type)) return true;
  const { reads = [], writes = [] } = terraformAccess[call.type] ?? {};
  return [...reads, ...(call.applies ? writes : [])].includes(action);
};
