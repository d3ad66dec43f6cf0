import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';
import { nth } from './fleets.ts';

const policy = (draft: Draft) => nth(draft.environments, 0).canary;
const step = (draft: Draft, index: number) => nth(policy(draft).steps, index);

/** The policy that is broken below, so that production's may change without these. */
const sound = (draft: Draft) =>
  Object.assign(policy(draft), {
    ...{ maxErrorRatio: 0.01, deviations: 1.28, minFailures: 3, failureLimit: 0 },
    ...{ minRequests: 100, windowMinutes: 15, readSeconds: 15, freshSeconds: 120 },
    ...{ firstSampleSeconds: 30, sampleSeconds: 60, inconclusiveLimit: 4, queryTimeoutSeconds: 30 },
    ...{ queryErrorLimit: 12, minPods: 2 },
    steps: [
      { percent: 5, holdMinutes: 5 },
      { percent: 10, holdMinutes: 10 },
      { percent: 50, holdMinutes: 15 },
    ],
  });

const ways: readonly Breakage[] = [
  ['a step of no traffic', (d) => (step(d, 0).percent = 0), 'CANARY_PERCENT', 'CANARY_NOT_RISING'],
  ['a step of all traffic', (d) => (step(d, 2).percent = 100), 'CANARY_PERCENT'],
  ['a step beyond all traffic', (d) => (step(d, 2).percent = 150), 'CANARY_PERCENT'],
  ['half a percent', (d) => (step(d, 0).percent = 0.5), 'CANARY_PERCENT'],
  ['a step that stays', (d) => (step(d, 1).percent = 5), 'CANARY_NOT_RISING'],
  ['a step that falls', (d) => (step(d, 1).percent = 4), 'CANARY_NOT_RISING'],
  ['a step without a hold', (d) => (step(d, 1).holdMinutes = 0), 'CANARY_HOLD'],
  ['a hold of half a minute', (d) => (step(d, 1).holdMinutes = 0.5), 'CANARY_HOLD'],
  ['a hold of more than a day', (d) => (step(d, 2).holdMinutes = 1441), 'CANARY_HOLD'],
  ['a first sample without requests', (d) => (policy(d).firstSampleSeconds = 0), 'CANARY_LIMIT'],
  ['a release that one blind query ends', (d) => (policy(d).queryErrorLimit = 0), 'CANARY_LIMIT'],
  ['a limit that chance exceeds', (d) => (policy(d).deviations = 0), 'CANARY_DEVIATIONS'],
  ['failures without a limit', (d) => (policy(d).failureLimit = 101), 'CANARY_LIMIT'],
  ['no steps', (d) => (policy(d).steps = []), 'CANARY_EMPTY'],
  [
    'a first sample after the first hold',
    (d) => (policy(d).firstSampleSeconds = 300),
    'CANARY_VERDICT_LATE',
  ],
  [
    'a pause for a person that falls on the end of the first hold',
    (d) => (policy(d).inconclusiveLimit = 5),
    'CANARY_VERDICT_LATE',
  ],
  [
    'an abort that falls on the end of the first hold',
    (d) => (policy(d).failureLimit = 5),
    'CANARY_VERDICT_LATE',
  ],
  ['a limit that aborts sound releases', (d) => (policy(d).deviations = -1), 'CANARY_DEVIATIONS'],
  ['a limit that aborts nothing', (d) => (policy(d).deviations = Infinity), 'CANARY_DEVIATIONS'],
  ['an abort without a failed request', (d) => (policy(d).minFailures = 0), 'CANARY_LIMIT'],
  ['counters that are never read', (d) => (policy(d).readSeconds = 0), 'CANARY_LIMIT'],
  ['counters that are always old', (d) => (policy(d).freshSeconds = 0), 'CANARY_LIMIT'],
  ['an error ratio in percent', (d) => (policy(d).maxErrorRatio = 1), 'CANARY_ERROR_RATIO'],
  ['an error ratio of nothing', (d) => (policy(d).maxErrorRatio = 0), 'CANARY_ERROR_RATIO'],
  ['no ratio at all', (d) => (policy(d).maxErrorRatio = Number.NaN), 'CANARY_ERROR_RATIO'],
  ['a negative failure limit', (d) => (policy(d).failureLimit = -1), 'CANARY_LIMIT'],
  ['half a request', (d) => (policy(d).minRequests = 0.5), 'CANARY_LIMIT'],
  ['no inconclusive limit', (d) => (policy(d).inconclusiveLimit = Number.NaN), 'CANARY_LIMIT'],
  ['an endless error limit', (d) => (policy(d).queryErrorLimit = Infinity), 'CANARY_LIMIT'],
  ['a window of no minutes', (d) => (policy(d).windowMinutes = 0), 'CANARY_LIMIT'],
  ['a first sample in the past', (d) => (policy(d).firstSampleSeconds = -1), 'CANARY_LIMIT'],
  ['a window beyond all holds', (d) => (policy(d).windowMinutes = 31), 'CANARY_WINDOW'],
  [
    'a window of three readings',
    (d) => (policy(d).readSeconds = 300),
    'CANARY_READ',
    'CANARY_FRESH',
  ],
  ['counters that are old at once', (d) => (policy(d).freshSeconds = 29), 'CANARY_FRESH'],
  ['counters that are never old', (d) => (policy(d).freshSeconds = 3000), 'CANARY_FRESH'],
  [
    'a query that ends after the next has begun',
    (d) => (policy(d).sampleSeconds = 30),
    'CANARY_TIMEOUT',
  ],
  ['a canary that stays blind', (d) => (policy(d).queryErrorLimit = 100), 'CANARY_BLIND'],
  ['more failures than requests', (d) => (policy(d).minFailures = 101), 'CANARY_EVIDENCE'],
  ['more pods than the service has', (d) => (policy(d).minPods = 60), 'CANARY_PODS'],
  [
    'an abort after people are called',
    (d) => (policy(d).maxErrorRatio = 0.05),
    'CANARY_ABOVE_ALARM',
    'CANARY_ABOVE_ALARM',
  ],
  ['no canary pod', (d) => (policy(d).minPods = 0), 'CANARY_LIMIT'],
];

/** Breaks production's canary policy. */
export const canary = ways.map(([sentence, change, ...codes]): Breakage => {
  const all = (draft: Draft) => [sound(draft), change(draft)];
  return [sentence, all, ...codes];
});
