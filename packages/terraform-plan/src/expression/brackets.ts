import type { Entry, Expression, For } from './ast.ts';
import type { Cursor } from './cursor.ts';

type ParseExpression = (at: Cursor) => Expression;

/** The arguments of a call, after its bracket. */
export const call = (at: Cursor, name: string, expression: ParseExpression): Expression => {
  const args: Expression[] = [];
  let spread = false;
  while (!at.eat(')')) {
    args.push(expression(at));
    spread = at.eat('...');
    if (!at.eat(',') && !at.sees(')')) at.fail('expected , or )');
  }
  return { kind: 'call', name, args, spread };
};

/** The members of a tuple, after its bracket. */
export const tuple = (at: Cursor, expression: ParseExpression): Expression => {
  const items: Expression[] = [];
  while (!at.eat(']')) {
    items.push(expression(at));
    if (!at.eat(',') && !at.sees(']')) at.fail('expected , or ]');
  }
  return { kind: 'tuple', items };
};

/** The members of an object, after its bracket. */
export const object = (at: Cursor, expression: ParseExpression): Expression => {
  const entries: Entry[] = [];
  while (!at.eat('}')) {
    at.skip();
    // A bare name is a key, not a reference.
    const bare = at.take(/[A-Za-z_][\w-]*(?=\s*[=:])/y);
    const key: Expression = bare === undefined ? expression(at) : { kind: 'literal', value: bare };
    if (!at.eat('=') && !at.eat(':')) at.fail('expected = or :');
    entries.push([key, expression(at)]);
    at.eat(',');
  }
  return { kind: 'object', entries };
};

/** The one or two names of a `for`. */
export const namesIn = (at: Cursor): Pick<For, 'keyName' | 'valueName'> => {
  at.skip();
  const names = (at.take(/[\w-]+(?:\s*,\s*[\w-]+)?/y) ?? '').split(/\s*,\s*/);
  return { keyName: names.length === 2 ? names[0] : undefined, valueName: names.at(-1) ?? '' };
};

/** A `for`, after the word. */
export const forEach = (at: Cursor, end: string, expression: ParseExpression): Expression => {
  const names = namesIn(at);
  at.skip();
  if (at.take(/in\b/y) === undefined) at.fail('expected in');
  const over = expression(at);
  at.expect(':');
  const first = expression(at);
  const second = at.eat('=>') ? expression(at) : undefined;
  const grouped = at.eat('...');
  at.skip();
  const where = at.take(/if\b/y) === undefined ? undefined : expression(at);
  at.expect(end);
  return {
    kind: 'for',
    ...names,
    over,
    key: second === undefined ? undefined : first,
    value: second ?? first,
    grouped,
    where,
  };
};
