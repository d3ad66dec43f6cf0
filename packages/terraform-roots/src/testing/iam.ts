import type { Condition, Statement } from '../roles/statement.ts';

/** A request as IAM sees it; a context key that the request does not carry is undefined. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

/** What IAM answers when these statements are all a role has (IAM, "Policy evaluation logic"). */
export const allows = (statements: readonly Statement[], request: IamRequest): boolean =>
  statements.some(
    ({ actions, resources, condition }) =>
      actions.some((action) => like(action.toLowerCase(), request.action.toLowerCase())) &&
      resources.some((resource) => like(resource, request.resource)) &&
      holds(condition, request.context),
  );

const holds = (condition: Condition, context: IamRequest['context']): boolean =>
  Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const found = context[key];
      // ForAllValues holds where the request carries no value at all.
      if (found === undefined) return operator.startsWith('ForAllValues:');
      const isLike = operator.endsWith('StringLike');
      return values.some((value) => (isLike ? like(value, found) : value === found));
    }),
  );

/** `*` stands for any text and `?` for one character. */
const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text);
