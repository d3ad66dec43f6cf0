import type { Expression } from './expression.ts';

/** Operators by how tightly they bind, loosest first (CloudWatch, "Metric math syntax"). */
const levels = [['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/'], ['^']];

const token = /\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|\|\||&&|[<>=!]=|[-+*/^<>(),[\]])/y;

/** The tokens of a text, or where it stops to be metric math. */
function tokens(text: string): readonly string[] | number {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match?.[1] === undefined) return at;
    found.push(match[1]);
  }
  return found;
}

/** Reads an expression; a text that is none is answered with the reason. */
export function parse(
  text: string,
): Expression | { readonly kind: 'error'; readonly reason: string } {
  const found = tokens(text);
  if (typeof found === 'number') return error(`cannot be read from character ${found + 1} on`);
  try {
    const rest = [...found];
    const expression = level(rest, 0);
    return rest.length === 0 ? expression : error(`has ${rest[0]} where nothing is expected`);
  } catch (failure) {
    if (failure instanceof SyntaxError) return error(failure.message);
    throw failure;
  }
}

const error = (reason: string) => ({ kind: 'error', reason }) as const;

function level(rest: string[], depth: number): Expression {
  const operators = levels[depth];
  if (operators === undefined) return single(rest);
  let left = level(rest, depth + 1);
  while (operators.includes(rest[0] ?? '')) {
    const operator = rest.shift() ?? '';
    left = { kind: 'binary', operator, left, right: level(rest, depth + 1) };
  }
  return left;
}

function single(rest: string[]): Expression {
  const next = rest.shift() ?? '';
  if (next === '-') {
    return {
      kind: 'binary',
      operator: '-',
      left: { kind: 'number', value: 0 },
      right: single(rest),
    };
  }
  if (next === '(') return closed(rest, level(rest, 0), ')');
  if (next === '[') return { kind: 'list', items: several(rest, ']') };
  if (/^\d/.test(next)) return { kind: 'number', value: Number(next) };
  if (/^[A-Za-z_]/.test(next)) {
    if (rest[0] !== '(') return { kind: 'metric', id: next };
    rest.shift();
    return { kind: 'call', name: next, args: several(rest, ')') };
  }
  throw new SyntaxError(next === '' ? 'ends too early' : `has ${next} where a value is expected`);
}

function several(rest: string[], end: string): readonly Expression[] {
  const items: Expression[] = [];
  while (rest[0] !== end) {
    items.push(level(rest, 0));
    if (rest[0] === ',') rest.shift();
    else break;
  }
  return closed(rest, items, end);
}

function closed<T>(rest: string[], value: T, end: string): T {
  if (rest.shift() === end) return value;
  throw new SyntaxError(`lacks a ${end}`);
}
