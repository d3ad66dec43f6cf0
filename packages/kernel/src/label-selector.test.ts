import { expect, it } from 'vitest';
import { matchesLabels } from './label-selector.ts';

const labels = { app: 'api', tier: 'front' };
const says = (key: string, operator: string, ...values: readonly string[]) =>
  matchesLabels({ matchExpressions: [{ key, operator, values }] }, labels);

it('selects everything without parts, and what fits each of them', () => {
  expect(matchesLabels({}, {})).toBe(true);
  expect(matchesLabels({ matchLabels: { app: 'api' } }, labels)).toBe(true);
  expect(matchesLabels({ matchLabels: { app: 'api', tier: 'back' } }, labels)).toBe(false);
});

it('takes a missing label for not in a list, and for nothing else', () => {
  expect([says('app', 'In', 'api'), says('app', 'NotIn', 'api')]).toEqual([true, false]);
  expect([says('zone', 'In', 'a'), says('zone', 'NotIn', 'a')]).toEqual([false, true]);
  expect([says('app', 'Exists'), says('app', 'DoesNotExist')]).toEqual([true, false]);
  expect([says('zone', 'Exists'), says('zone', 'DoesNotExist')]).toEqual([false, true]);
  expect(() => says('app', 'Gt', '1')).toThrow(RangeError);
});
