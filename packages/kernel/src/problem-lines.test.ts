import { expect, it } from 'vitest';
import { problem } from './problem.ts';
import { problemLines } from './problem-lines.ts';

const lines = (value: string | number | undefined) =>
  problemLines(problem({ code: 'A_CODE', at: 'one.two', value, reason: 'is so', remedy: 'do so' }));

it('says what and where, why, and what to do', () => {
  expect(lines(5)).toEqual(['A_CODE  one.two = 5', '  is so', '  -> do so']);
});

it('says no value where there is none, and a text that reads like none in quotes', () => {
  expect(lines(undefined)[0]).toBe('A_CODE  one.two');
  expect(lines('undefined')[0]).toBe('A_CODE  one.two = "undefined"');
});
