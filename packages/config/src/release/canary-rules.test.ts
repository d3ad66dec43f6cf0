import { changed } from '@bizflow/config/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canaryRules } from './canary-rules.ts';

/** The codes about production's policy, with other holds and first samples. */
const codesWith = (holds: readonly number[], firstSampleSeconds = 1) =>
  canaryRules(
    changed((draft) => {
      const [production] = draft.environments;
      Object.assign(production?.canary ?? {}, {
        ...{ firstSampleSeconds, windowMinutes: 1, freshSeconds: 60, queryErrorLimit: 1 },
        ...{ failureLimit: 0, inconclusiveLimit: 1, queryTimeoutSeconds: 5, sampleSeconds: 10 },
        steps: holds.map((holdMinutes, index) => ({ percent: index + 1, holdMinutes })),
      });
    }),
  ).map(({ code }) => code);

const minutes = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 3000 }));

it('takes exactly the holds of a whole minute to a day, wherever they are', () => {
  fc.assert(
    fc.property(fc.array(minutes, { minLength: 1, maxLength: 5 }), (holds) => {
      const wrong = holds.filter((hold) => hold < 1 || hold > 1440);
      expect(codesWith(holds)).toEqual(wrong.map(() => 'CANARY_HOLD'));
    }),
  );
});

it('asks for a first hold that is as long as the sample that decides', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 3600 }),
      (hold, first) => {
        const codes = codesWith([hold], first);
        expect(codes.includes('CANARY_VERDICT_LATE')).toBe(first + 10 + 5 > 60 * hold);
      },
    ),
  );
});

it('does not speak of a hold that is wrong by itself twice', () => {
  expect(codesWith([0, 5])).toEqual(['CANARY_HOLD']);
});
