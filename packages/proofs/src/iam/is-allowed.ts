import { once } from '@bizflow/kernel';
import { type Context, holds } from './conditions.ts';
import { actionLike, arnLike } from './patterns.ts';
import type { Statement } from './policy.ts';

/** A call as IAM judges it. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** A word against it decides; without one, a word for it; without any, no ("Evaluation logic"). */
export const isAllowed = (statements: readonly Statement[], request: Request): boolean => {
  const effects = aboutAction(statements)(request.action)
    .filter((statement) => applies(statement, request))
    .map(({ effect }) => effect);
  return effects.includes('Allow') && !effects.includes('Deny');
};

/** A role's statements about an action, looked up once: many requests ask for the same one. */
const aboutAction = once((statements: readonly Statement[]) => {
  const known = new Map<string, readonly Statement[]>();
  return (action: string): readonly Statement[] => {
    const found =
      known.get(action) ??
      statements.filter(({ actions, notActions }) =>
        matches(actions, notActions, (one) => actionLike(one, action)),
      );
    known.set(action, found);
    return found;
  };
});

const applies = (statement: Statement, { resource, context }: Request): boolean =>
  matches(statement.resources, statement.notResources, (one) => arnLike(one, resource)) &&
  holds(statement.conditions, context);

const matches = (
  these: readonly string[],
  notThese: readonly string[],
  test: (pattern: string) => boolean,
): boolean => (notThese.length > 0 ? !notThese.some(test) : these.some(test));
