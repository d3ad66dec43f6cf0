import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrongValues } from './wrong-values.ts';

const of = (path: string, value: string | number | boolean) =>
  wrongValues({ path, value, start: 0, end: 0, holder: null, as: 'value' });

it('never gives the value of the fact, nor one value two times', () => {
  const values = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.integer(), fc.boolean());
  const keys = fc.constantFrom('port', 'stepPercent', 'kind', 'name');
  fc.assert(
    fc.property(keys, values, (key, value) => {
      const wrong = of(`one.${key}`, value);
      expect(wrong).not.toContain(value);
      expect(new Set(wrong).size).toBe(wrong.length);
    }),
  );
});

it.each([
  ['canary.steps[0].percent', 5, [-1, 101]],
  ['api.port', 3000, [0, 65_536, 3000.5]],
  ['argoCd.syncRetry.limit', 5, [-1, 0, 5000, 5.5]],
  ['rollout.maxUnavailable', 0, [-1, 0.5]],
  ['foundation.deletionProtection', true, ['no']],
  ['alarm.severity', 'critical', ['', 'critical x', 'no-such-critical']],
  ['own[0]', '10.0.0.0/16', ['', '10.0.0.0/16 x', '10.0.0.0/33']],
  ['freezes[0].schedule', '0 0 20 12 *', ['', '0 0 20 12 * x', '61 25 30 2 *']],
  ['domains[0]', '.slack.com', ['', '.slack.com x', '*']],
  ['alarm.says', 'CPU of the database', ['']],
])('has meaningful wrong values for %s', (path, value, wrong) => {
  expect(of(path, value)).toEqual(wrong);
});
