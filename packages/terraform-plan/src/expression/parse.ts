import { type Expression, splatMember } from './ast.ts';
import { call, forEach, object, tuple } from './brackets.ts';
import { type Cursor, cursor } from './cursor.ts';
import { plainTemplate, quotedTemplate } from './template.ts';

/** Binary operators by how tightly they bind, the loosest first (HCL native syntax). */
const ladder: readonly RegExp[] = [
  /\|\|/y,
  /&&/y,
  /==|!=/y,
  /<=|>=|<|>/y,
  /\+|-/y,
  /\*|\/|%(?!\{)/y,
];

const expression = (at: Cursor): Expression => {
  const test = binary(at, 0);
  if (!at.eat('?')) return test;
  const yes = expression(at);
  at.expect(':');
  return { kind: 'conditional', test, yes, no: expression(at) };
};

const binary = (at: Cursor, step: number): Expression => {
  const operators = ladder[step];
  if (operators === undefined) return unary(at);
  let left = binary(at, step + 1);
  for (;;) {
    at.skip();
    const operator = at.take(operators);
    if (operator === undefined) return left;
    left = { kind: 'binary', operator, left, right: binary(at, step + 1) };
  }
};

const unary = (at: Cursor): Expression => {
  for (const operator of ['!', '-'] as const) {
    if (at.eat(operator)) return { kind: 'unary', operator, of: unary(at) };
  }
  return steps(at, primary(at));
};

/** What follows a value: `.name`, `[key]`, `.*` and `[*]`. */
const steps = (at: Cursor, start: Expression): Expression => {
  let of = start;
  for (;;) {
    if (at.take(/\s*(?:\[\s*\*\s*\]|\.\*)/y) !== undefined) {
      return { kind: 'splat', of, each: steps(at, { kind: 'name', name: splatMember }) };
    }
    const name = at.take(/\s*\.(?=[\w])[\w-]+/y);
    if (name !== undefined) {
      of = { kind: 'index', of, key: { kind: 'literal', value: name.trim().slice(1) } };
    } else if (at.take(/\[/y) !== undefined) {
      const key = expression(at);
      at.expect(']');
      of = { kind: 'index', of, key };
    } else return of;
  }
};

const primary = (at: Cursor): Expression => {
  at.skip();
  if (at.take(/"/y) !== undefined) return quotedTemplate(at, expression);
  const number = at.take(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  if (at.eat('(')) {
    const inner = expression(at);
    at.expect(')');
    return inner;
  }
  const isFor = () => at.take(/\s*for\b/y) !== undefined;
  if (at.eat('[')) return isFor() ? forEach(at, ']', expression) : tuple(at, expression);
  if (at.eat('{')) return isFor() ? forEach(at, '}', expression) : object(at, expression);
  const name = at.take(/[A-Za-z_][\w-]*(?:::[\w-]+)*/y) ?? at.fail('expected a value');
  if (name in constants) return { kind: 'literal', value: constants[name] ?? null };
  return at.take(/\(/y) === undefined ? { kind: 'name', name } : call(at, name, expression);
};

const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
};

/** Parses an expression such as `var.name`; fails with the place. */
export const parseExpression = (text: string): Expression => {
  const at = cursor(text);
  const found = expression(at);
  at.skip();
  return at.atEnd() ? found : at.fail('expected the end');
};

/** Parses a string of a body that hcl2json read, such as `${var.name}-x`. */
export const parseTemplate = (text: string): Expression => plainTemplate(cursor(text), expression);
