import { changed } from '@bizflow/config/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { colourOf, loginColours, passwordNumber } from './login-passwords.ts';

const accepted = (drawn: number, used: number): boolean =>
  fleetRules(changed((d) => (d.foundations.production.loginPasswords = { drawn, used }))).every(
    ({ code }) => code !== 'LOGIN_PASSWORD_USED',
  );

it('never draws the password in use again, whichever of the two numbers rises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1000 }), fc.boolean(), (drawn, newest) => {
      const used = newest ? drawn : drawn - 1;
      expect(accepted(drawn, used)).toBe(true);
      expect(passwordNumber(colourOf(used), { drawn, used })).toBe(used);
      // One raise keeps to this, or is refused.
      expect(accepted(drawn + 1, used)).toBe(newest);
      expect(accepted(drawn, used + 1)).toBe(!newest);
    }),
    { numRuns: 10 },
  );
});

it('has a password for each login from the beginning', () => {
  expect(loginColours.map((colour) => passwordNumber(colour, { drawn: 2, used: 1 }))).toEqual([
    1, 2,
  ]);
});
