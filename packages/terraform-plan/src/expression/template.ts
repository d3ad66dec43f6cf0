import type { Expression } from './ast.ts';
import { namesIn } from './brackets.ts';
import type { Cursor } from './cursor.ts';

type ParseExpression = (at: Cursor) => Expression;

const literal = (value: string): Expression => ({ kind: 'literal', value });

// The content of a quoted string, and of a string of hcl2json, which is unescaped.
const quotedText = /(?:[^"\\$%]|\\[\s\S]|\$\$\{|%%\{|[$%](?!\{))+/y;
const plainText = /(?:[^$%]|\$\$\{|%%\{|[$%](?!\{))+/y;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-fA-F]{4})|\\([\s\S])/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );

const undoubled = (text: string): string => text.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{');

/** Parts up to the end of the template: a closing quote, a directive that ends a block, or the end. */
const parts = (at: Cursor, quoted: boolean, expression: ParseExpression): Expression[] => {
  const found: Expression[] = [];
  for (;;) {
    const text = at.take(quoted ? quotedText : plainText);
    if (text !== undefined) {
      found.push(literal(undoubled(quoted ? unescaped(text) : text)));
    } else if (at.take(/\$\{~?/y) !== undefined) {
      found.push(expression(at));
      close(at);
    } else if (at.take(/%\{~?\s*if\b/y) !== undefined) {
      found.push(choice(at, quoted, expression));
    } else if (at.take(/%\{~?\s*for\b/y) !== undefined) {
      found.push(repetition(at, quoted, expression));
    } else return found;
  }
};

const close = (at: Cursor): void => {
  at.eat('~');
  at.expect('}');
};

const template = (found: readonly Expression[]): Expression => ({ kind: 'template', parts: found });

const choice = (at: Cursor, quoted: boolean, expression: ParseExpression): Expression => {
  const test = expression(at);
  close(at);
  const yes = [literal(''), ...parts(at, quoted, expression)];
  const no = [literal('')];
  if (at.take(/%\{~?\s*else\s*~?\}/y) !== undefined) {
    no.push(...parts(at, quoted, expression));
  }
  if (at.take(/%\{~?\s*endif\s*~?\}/y) === undefined) at.fail('expected %{ endif }');
  return { kind: 'conditional', test, yes: template(yes), no: template(no) };
};

const repetition = (at: Cursor, quoted: boolean, expression: ParseExpression): Expression => {
  const names = namesIn(at);
  at.expect('in');
  const over = expression(at);
  close(at);
  const value = template([literal(''), ...parts(at, quoted, expression)]);
  if (at.take(/%\{~?\s*endfor\s*~?\}/y) === undefined) at.fail('expected %{ endfor }');
  const each = { key: undefined, value, grouped: false, where: undefined };
  const list: Expression = { kind: 'for', ...names, over, ...each };
  return { kind: 'call', name: 'join', args: [literal(''), list], spread: false };
};

/** The inside of a quoted string, up to its closing quote, which it takes. */
export const quotedTemplate = (at: Cursor, expression: ParseExpression): Expression => {
  const found = parts(at, true, expression);
  if (at.take(/"/y) === undefined) at.fail('expected "');
  return template(found);
};

/** A whole string as hcl2json gives it: already without quotes and backslashes. */
export const plainTemplate = (at: Cursor, expression: ParseExpression): Expression => {
  const found = parts(at, false, expression);
  if (!at.atEnd()) at.fail('expected the end of the template');
  return template(found);
};
