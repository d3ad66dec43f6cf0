import { isAllowed, type Request, statementsOf } from '@bizflow/proofs';
import type { Statement } from '../src/roles/statement.ts';

/** What IAM answers when these statements are all a role has. */
export const allows = (statements: readonly Statement[], request: Request): boolean => {
  const policy = statements.map(({ actions, resources, condition }) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    Condition: condition,
  }));
  return isAllowed(statementsOf(JSON.stringify({ Statement: policy })), request);
};
