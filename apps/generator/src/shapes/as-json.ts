/**
 * Facts as JSON has them: without what is undefined. JSON has no bigint, function or symbol either; each becomes an
 * object that says what it was, so that a schema refuses it in place of a program that stumbles over it.
 */
export const asJson = (facts: unknown): unknown =>
  JSON.parse(
    JSON.stringify(facts, (_, value: unknown) => (isForeign(value) ? said(value) : value)),
  );

const isForeign = (value: unknown): boolean =>
  ['bigint', 'function', 'symbol'].includes(typeof value);

const said = (value: unknown): object => ({ [typeof value]: String(value) });
