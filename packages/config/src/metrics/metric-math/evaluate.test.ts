import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate, type Series } from '../../../testing/metric-math/evaluate.ts';
import { callsIn, idsIn } from './expression.ts';
import { parse } from './parse.ts';

function value(text: string, metrics: Readonly<Record<string, Series>>): Series {
  const expression = parse(text);
  if (expression.kind === 'error') throw new SyntaxError(expression.reason);
  return evaluate(expression, metrics);
}
const none = undefined;

it.each([
  ['a + b * 2', { a: [1, 2], b: [3, 4] }, [7, 10]],
  ['(a + b) * 2', { a: [1], b: [3] }, [8]],
  ['a - b - 1', { a: [9], b: [3] }, [5]],
  ['-a + 3', { a: [1] }, [2]],
  ['a / b', { a: [1, 1], b: [0, 4] }, [none, 0.25]],
  ['a + b', { a: [1, none], b: [none, 2] }, [none, none]],
  ['FILL(a, 0) + b', { a: [1, none], b: [1, 2] }, [2, 2]],
  ['FILL(a, 0)', { a: [none, none] }, [none, none]],
  ['IF(a < 0, 86400, a)', { a: [-1, 5, none] }, [86_400, 5, none]],
  ['IF(a > 1 && b > 1, 1, 0)', { a: [2, 2, 0], b: [2, 0, 2] }, [1, 0, 0]],
  ['a > 1 || b == 0', { a: [2, 0], b: [1, 1] }, [1, 0]],
  ['MAX(METRICS())', { a: [1, none, none], b: [4, 2, none] }, [4, 2, none]],
  ['SUM([a, b])', { a: [1, none], b: [4, 2] }, [5, 2]],
  ['AVG([a, b])', { a: [1], b: [4] }, [2.5]],
  ['MIN([a, b])', { a: [1], b: [4] }, [1]],
  ['2 ^ a', { a: [3] }, [8]],
])('computes %s of %o as %o', (text, metrics, expected) => {
  expect(value(text, metrics)).toEqual(expected);
});

it.each([
  ['', 'ends too early'],
  ['a +', 'ends too early'],
  ['MAX(a', 'lacks a )'],
  ['[a, b', 'lacks a ]'],
  ['a b', 'has b where nothing is expected'],
  ['a + ) b', 'has ) where a value is expected'],
  ['a § b', 'cannot be read from character 2 on'],
])('says why %s is not metric math: %s', (text, reason) => {
  expect(parse(text)).toEqual({ kind: 'error', reason });
});

it('finds every id and every function of an expression', () => {
  const expression = parse('IF(a < 0, MAX([b, c]), FILL(d, 0)) + 1');
  if (expression.kind === 'error') throw new SyntaxError(expression.reason);
  expect(idsIn(expression)).toEqual(['a', 'b', 'c', 'd']);
  expect(callsIn(expression)).toEqual(['IF', 'MAX', 'FILL']);
});

const point = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined });
const pair = fc
  .array(fc.tuple(point, point), { minLength: 1, maxLength: 20 })
  .map((points) => ({ a: points.map(([a]) => a), b: points.map(([, b]) => b) }));

it('has a point of a sum exactly where both have one, and then their sum', () => {
  fc.assert(
    fc.property(pair, ({ a, b }) => {
      const expected = a.map((x, i) => {
        const y = b[i];
        return x === undefined || y === undefined ? undefined : x + y;
      });
      expect(value('a + b', { a, b })).toEqual(expected);
    }),
  );
});

it('never throws on any text, and never computes a NaN', () => {
  fc.assert(
    fc.property(fc.string(), pair, (text, metrics) => {
      const expression = parse(text);
      if (expression.kind === 'error') return;
      expect(evaluate(expression, metrics).some(Number.isNaN)).toBe(false);
    }),
  );
});
