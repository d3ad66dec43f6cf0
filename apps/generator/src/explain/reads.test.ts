import { beforeEach, describe, expect, it } from 'vitest';
import { Reads, readersOf } from './reads.ts';

let reads: Reads;
beforeEach(() => {
  reads = new Reads(new Map());
});

const fact = (number: number) => reads.given.factOf(number, number);

describe('a memo', () => {
  it('counts as read what its answer was found with, each time that it is asked', () => {
    const key = {};
    const memo = reads.given.onceOf(() => fact(1));
    expect(reads.during(() => memo(key))).toEqual(new Set([1]));
    expect(reads.during(() => memo(key))).toEqual(new Set([1]));
  });

  it('is found once more, and once only, while a fact that it read has another value', () => {
    const key = {};
    let times = 0;
    const memo = reads.given.onceOf(() => {
      times += 1;
      return [fact(1), times];
    });
    memo(key);
    reads.under(new Map([[1, 'other']]), () => {
      expect(memo(key)).toEqual(['other', 2]);
      expect(memo(key)).toBe(memo(key));
    });
    expect(memo(key)).toEqual([1, 1]);
  });

  it('stays while another fact has another value', () => {
    const key = {};
    const memo = reads.given.onceOf(() => [fact(1)]);
    const found = memo(key);
    reads.under(new Map([[2, 'other']]), () => expect(memo(key)).toBe(found));
  });

  it('forgets what it found under one change before the next', () => {
    const key = {};
    const memo = reads.given.onceOf(() => fact(1));
    const under = (value: number) => reads.under(new Map([[1, value]]), () => memo(key));
    expect([under(5), under(6), memo(key)]).toEqual([5, 6, 1]);
  });
});

it('reads an element of a list when it is looked at, not before', () => {
  const list = reads.given.factList(['a', 'b'], [[1, 7]]);
  expect(reads.during(() => list[0])).toEqual(new Set());
  expect(reads.during(() => [...list])).toEqual(new Set([7]));
  expect(reads.under(new Map([[7, 'c']]), () => [...list])).toEqual(['a', 'c']);
});

it('names the innermost function that reads a fact', () => {
  const inner = reads.given.derivedBy(3, () => fact(1));
  const outer = reads.given.derivedBy(4, () => [inner(), fact(2)]);
  const seen = reads.during(outer);
  expect([1, 2].map((number) => readersOf(seen, number))).toEqual([[3], [4]]);
});
