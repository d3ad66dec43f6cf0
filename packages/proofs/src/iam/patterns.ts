import { onceForText } from '@bizflow/kernel';

const escaped = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** `*` matches any text, also none, and `?` one character (IAM, "Wildcards"). */
export const like = (pattern: string, text: string): boolean =>
  pattern === text || (/[*?]/.test(pattern) && matches(pattern, text));

const expressions = new Map<string, RegExp>();

// A policy's pattern meets thousands of requests.
const matches = (pattern: string, text: string): boolean => {
  const expression = expressions.get(pattern) ?? expressionOf(pattern);
  expressions.set(pattern, expression);
  return expression.test(text);
};

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${escaped(pattern).replaceAll('*', '[\\s\\S]*').replaceAll('?', '[\\s\\S]')}$`);

/** Actions know no case. */
export const actionLike = (pattern: string, action: string): boolean =>
  // Most patterns have no wildcard, and differ in length.
  (pattern.length === action.length || /[*?]/.test(pattern)) &&
  like(pattern.toLowerCase(), action.toLowerCase());

const parts = onceForText((arn): readonly string[] => {
  const [start = '', partition = '', service = '', region = '', account = '', ...rest] =
    arn.split(':');
  return [start, partition, service, region, account, rest.join(':')];
});

/** ARNs match part by part: a wildcard of one does not reach into the next ("Resource element"). */
export const arnLike = (pattern: string, arn: string): boolean => {
  if (pattern === '*') return true;
  const found = parts(arn);
  return parts(pattern).every((part, index) => like(part, found[index] ?? ''));
};
