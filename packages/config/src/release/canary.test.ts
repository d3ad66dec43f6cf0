import { expect, it } from 'vitest';
import { gradual, immediate } from './canary.ts';

it("gives production the document's own steps: 5 % for 5 min, 10 % for 10, 50 % for 15", () => {
  expect(gradual.steps).toEqual([
    { percent: 5, holdMinutes: 5 },
    { percent: 10, holdMinutes: 10 },
    { percent: 50, holdMinutes: 15 },
  ]);
});

it("rolls back above the document's own error rate of 1 %", () => {
  expect(gradual.maxErrorRatio).toBe(0.01);
});

it('measures staging by the same limit, with no more than one step', () => {
  expect(immediate.steps).toHaveLength(1);
  expect(immediate.maxErrorRatio).toBe(gradual.maxErrorRatio);
});

it.each([
  ['production', gradual],
  ['staging', immediate],
])('has its last word before the first hold of %s ends', (_, policy) => {
  const { firstSampleSeconds, sampleSeconds, inconclusiveLimit, failureLimit, steps } = policy;
  const last = firstSampleSeconds + sampleSeconds * Math.max(inconclusiveLimit, failureLimit);
  expect(last + policy.queryTimeoutSeconds).toBeLessThanOrEqual(60 * steps[0].holdMinutes);
});

it('remembers both holds before half of the traffic', () => {
  const [first, second] = gradual.steps;
  expect(gradual.windowMinutes).toBeGreaterThanOrEqual(first.holdMinutes + second.holdMinutes);
});

it('reads counters that OpenTelemetry exports each minute', () => {
  const exportSeconds = 60;
  expect(gradual.readSeconds).toBeLessThan(exportSeconds);
  expect(gradual.freshSeconds).toBeGreaterThan(exportSeconds);
});

it('outlasts an outage of the metrics that is shorter than two minutes', () => {
  const retrySeconds = 10;
  expect(gradual.queryErrorLimit * retrySeconds).toBeGreaterThanOrEqual(120);
});
