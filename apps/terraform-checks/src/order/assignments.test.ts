import { describe, expect, it } from 'vitest';
import { assignments } from './assignments.ts';

const facts = {
  accounts: { one: { value: '1', placeholder: true } },
  keys: {
    one: { a: { value: 'k-a', placeholder: true }, b: { value: 'k-b', placeholder: false } },
  },
};

describe('what an output replaces', () => {
  it('is one value, or each of an object', () => {
    expect(assignments(facts, ['accounts', 'one'], 2)).toEqual([{ from: '1', to: '2' }]);
    expect(assignments(facts, ['keys', 'one'], { b: 'real-b', a: 'real-a' })).toEqual([
      { from: 'k-b', to: 'real-b' },
      { from: 'k-a', to: 'real-a' },
    ]);
  });

  it('is named where nothing is assigned: a region that the render does not know', () => {
    expect(() => assignments(facts, ['accounts', 'two'], 2)).toThrow(
      'nothing is assigned at accounts.two',
    );
  });
});
