import { type CanaryPolicy, gradual, immediate } from '@bizflow/config/release';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byPods, byTraffic, firstTimedPause } from './canary-steps.ts';

const environment = (approval: boolean, canary: CanaryPolicy) => ({
  name: 'production' as const,
  branch: 'main' as const,
  approval,
  cdn: false,
  zone: 'bizflow.app',
  sites: 'catalog' as const,
  canary,
});

/** The document's policy, written out: `canary.test.ts` sees that production has it. */
const documented: CanaryPolicy = {
  ...gradual,
  steps: [
    { percent: 5, holdMinutes: 5 },
    { percent: 10, holdMinutes: 10 },
    { percent: 50, holdMinutes: 15 },
  ],
  minPods: 2,
};

it('keeps two idle pods for an approval, then sends 5 % for 5 min, 10 for 10, 50 for 15', () => {
  expect(byTraffic(environment(true, documented))).toEqual([
    { setCanaryScale: { replicas: 2 } },
    { pause: {} },
    { setWeight: 5 },
    { setCanaryScale: { matchTrafficWeight: true } },
    { pause: { duration: '5m' } },
    { setWeight: 10 },
    { pause: { duration: '10m' } },
    { setWeight: 50 },
    { pause: { duration: '15m' } },
  ]);
});

it('waits for the approval before the first pod where there is no traffic routing', () => {
  const [first, second] = byPods(environment(true, documented));
  expect([first, second]).toEqual([{ pause: {} }, { setWeight: 5 }]);
});

it('does not wait where no approval is required', () => {
  for (const steps of [byTraffic, byPods]) {
    expect(steps(environment(false, immediate))).not.toContainEqual({ pause: {} });
  }
});

const policies = fc
  .record({
    percents: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1 }),
    holdMinutes: fc.integer({ min: 1, max: 600 }),
  })
  .map(
    ({ percents, holdMinutes }): CanaryPolicy => ({
      ...gradual,
      steps: percents.toSorted((a, b) => a - b).map((percent) => ({ percent, holdMinutes })),
    }),
  );

it('keeps every weight and hold of any policy, in its order', () => {
  fc.assert(
    fc.property(policies, fc.boolean(), fc.constantFrom(byTraffic, byPods), (policy, gate, by) => {
      const steps = by(environment(gate, policy));
      const weights = steps.flatMap(({ setWeight }) => setWeight ?? []);
      const holds = steps.flatMap(({ pause }) => pause?.duration ?? []);
      expect(weights).toEqual(policy.steps.map(({ percent }) => percent));
      expect(holds).toEqual(policy.steps.map(({ holdMinutes }) => `${holdMinutes}m`));
    }),
  );
});

it('measures from the first share of traffic on, and never before it', () => {
  fc.assert(
    fc.property(policies, fc.boolean(), fc.constantFrom(byTraffic, byPods), (policy, gate, by) => {
      const steps = by(environment(gate, policy));
      const start = firstTimedPause(steps);
      expect(steps[start]?.pause?.duration).toBeDefined();
      const weighed = steps.slice(0, start).filter(({ setWeight }) => setWeight !== undefined);
      expect(weighed).toHaveLength(1);
    }),
  );
});

// Argo Rollouts scales a canary that matches a weight of zero down to no pod at all.
it('lets pods follow the weight only once there is one', () => {
  fc.assert(
    fc.property(policies, fc.boolean(), (policy, gate) => {
      const steps = byTraffic(environment(gate, policy));
      const follows = steps.findIndex(({ setCanaryScale }) => setCanaryScale?.matchTrafficWeight);
      const first = steps.findIndex(({ setWeight }) => setWeight !== undefined);
      expect(follows).toBeGreaterThan(first);
    }),
  );
});
