import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fault, problem, unless, warning, warnUnless } from './problem.ts';

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

it.each(['5', '-0.5', '1e3', 'true', 'null', 'undefined', 'NaN', '', '  '])(
  'tells the text %j from the value that it could be taken for',
  (value) => {
    expect(problem({ ...fault, value }).value).toBe(JSON.stringify(value));
  },
);

it.each(['v1', '1.34.0', '10.0.0.0/16', '5m', 'none', '111122223333 and more'])(
  'leaves the text %s without quotes that is not a number',
  (value) => {
    expect(problem({ ...fault, value }).value).toBe(value);
  },
);

it('is an error or a warning by the maker that made it', () => {
  expect([problem(fault).severity, warning(fault).severity]).toEqual(['error', 'warning']);
});

it('is made only when the condition is false', () => {
  expect(unless(true, fault)).toEqual([]);
  expect(unless(false, fault)).toEqual([problem(fault)]);
  expect([warnUnless(true, fault), warnUnless(false, fault)]).toEqual([[], [warning(fault)]]);
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

// In two parts, so that no scanner takes them for real ones.
it.each([
  ['an access key of AWS', `AK${'IA'}${'A1B2'.repeat(4)}`],
  ['a token of GitHub', `gh${'p_'}${'a1B2'.repeat(9)}`],
  ['a token of Slack', `xo${'xb-'}${'1234567890-'.repeat(2)}`],
  ['a JSON Web Token', `ey${'J'}${'hbGciOi'.repeat(3)}.ey${'J'}${'zdWIiOi'.repeat(3)}.c2ln`],
  ['a private key', `-----BEGIN RSA PRIVATE ${'KEY'}-----\nMIIEow\nIBAAKCAQEA`],
])('does not print %s, wherever a fault has it', (_, secret) => {
  const words = `is ${secret}`;
  const made = problem({ code: 'X', at: words, value: secret, reason: words, remedy: words });
  expect(JSON.stringify(made)).not.toContain(secret.slice(5));
  expect(made.value).toContain(
    `${secret.slice(0, 4)}... (credential of ${secret.length} characters`,
  );
});

it('does not print the password in a URL', () => {
  const value = `postgres://app:${'swordfish'}@db.bizflow.app/app`;
  expect(problem({ ...fault, value }).value).toBe(
    'postgres://app:sw... (credential of 9 characters)@db.bizflow.app/app',
  );
});
