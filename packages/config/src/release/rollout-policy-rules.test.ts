import { expect, it } from 'vitest';
import { rolloutPolicyRules } from './rollout-policy-rules.ts';

it('names a policy by which no release could go on', () => {
  expect(rolloutPolicyRules()).toEqual([]);
  expect(rolloutPolicyRules({ maxSurge: '0%', maxUnavailable: 1 })).toEqual([]);
  expect(rolloutPolicyRules({ maxSurge: '0%', maxUnavailable: 0 })).toEqual([
    expect.objectContaining({ code: 'ROLLOUT_STUCK', at: 'release.rolloutPolicy.maxSurge' }),
  ]);
});
