import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fault, problem, unless, warning } from './problem.ts';

const fault: Fault = {
  code: 'PORT',
  at: 'services.api.port',
  value: 70_000,
  reason: 'must be >= 1 and <= 65535',
  remedy: 'choose a port in that range',
};

it('quotes a value as text, also one that is missing', () => {
  expect(problem(fault)).toEqual({ ...fault, severity: 'error', value: '70000' });
  expect(problem({ ...fault, value: undefined }).value).toBe('undefined');
});

it('is an error or a warning by the maker that made it', () => {
  expect([problem(fault).severity, warning(fault).severity]).toEqual(['error', 'warning']);
});

it('is made only when the condition is false', () => {
  expect(unless(true, fault)).toEqual([]);
  expect(unless(false, fault)).toEqual([problem(fault)]);
});

it('has a bounded length, however long the facts are', () => {
  const long = fc.string({ minLength: 1000, maxLength: 3000 });
  fc.assert(
    fc.property(long, (text) => {
      const { at, value, reason, remedy } = problem({
        code: 'X',
        at: text,
        value: text,
        reason: text,
        remedy: text,
      });
      expect([at, value, reason, remedy].join('').length).toBeLessThan(1250);
    }),
  );
});
