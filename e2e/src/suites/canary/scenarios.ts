import { setTimeout as pause } from 'node:timers/promises';
import { abortsFrom, gradual } from '@bizflow/config/release';
import { brokenDigest } from '../../harness/stages.ts';
import { until } from '../../harness/until.ts';
import { type Traffic, timesAsked } from './metrics.ts';
import { arrives, type End, release, revert, type Scenario, sharesProblems } from './rehearsal.ts';
import { aborted, atGate, undecided, weightsIn } from './rollout.ts';
import { digestOf } from './subject.ts';
import { keepsVariables } from './variables.ts';
import { wayBack } from './way-back.ts';

// One failed request more is proof that more than one percent fails.
const proof = abortsFrom(gradual, 1000);
const sound = { requests: 1000, errors: proof - 1 };
const faulty = { requests: 1000, errors: proof };
const few = { requests: gradual.minRequests - 1, errors: 0 };

const aborts: End = { what: 'is aborted', seconds: 90, fits: aborted };
const stalls: End = { what: 'waits for a person', seconds: 60, fits: undecided };
const stays = (first: number) => [0, first];

const gate: Scenario = {
  sentence: 'the manual approval keeps a release without traffic until a person resumes it',
  play: async (rehearsal) => {
    const { subject } = rehearsal;
    await subject.release(digestOf(1));
    const first = await subject.is('waits at its gate', 60, atGate);
    await pause(5000);
    const later = await subject.is('still waits at its gate', 1, atGate);
    await revert(rehearsal);
    return first.step === later.step ? [] : [`it went from step ${first.step} to ${later.step}`];
  },
};

const reachesAll: Scenario = {
  sentence: `a release with ${sound.errors} errors in 1000 goes through every weight to 100 %`,
  play: async (rehearsal) => {
    const done = await release(rehearsal, 6, sound, arrives);
    const asked = done.asked.filter((hash) => hash !== done.end.current);
    return [
      ...sharesProblems(done, [0, ...weightsIn(rehearsal.subject.rollout), 100]),
      ...asked.map((hash) => `the analysis asked about ${hash} instead of ${done.end.current}`),
      ...(done.asked.length === 0 ? ['the analysis asked nothing'] : []),
    ];
  },
};

// Stopped on its way: the shares of traffic that it gets, by the share of the first step.
const stopped = (
  sentence: string,
  version: number | string,
  traffic: Traffic,
  end: End,
  shares: (first: number) => readonly number[],
): Scenario => ({
  sentence,
  play: async (rehearsal) => {
    const [first = 0] = weightsIn(rehearsal.subject.rollout);
    const done = await release(rehearsal, version, traffic, end);
    await revert(rehearsal);
    return [
      ...sharesProblems(done, shares(first)),
      ...(end === stalls && done.end.abort ? ['it was aborted'] : []),
    ];
  },
});

const shortOutage: Scenario = {
  sentence: 'an outage of the metrics shorter than the limit takes no release back',
  play: async (rehearsal) => {
    const { metrics } = rehearsal;
    const done = await release(rehearsal, 5, 'out of service', arrives, async () => {
      await until('two questions fail', 60, async () => timesAsked(metrics) >= 2);
      metrics.tell(sound);
    });
    return [
      ...sharesProblems(done, [0, ...weightsIn(rehearsal.subject.rollout), 100]),
      ...(done.asked.length === 0 ? ['the analysis never asked again'] : []),
    ];
  },
};

const rollback: Scenario = {
  sentence: 'a revert to a recent version goes straight to all users, without gate or steps',
  play: async (rehearsal) => {
    const start = performance.now();
    await revert(rehearsal);
    const seconds = (performance.now() - start) / 1000;
    // The steps by themselves would wait longer than this; the approval would wait for ever.
    return seconds < 30 ? [] : [`it took ${seconds.toFixed(0)} s`];
  },
};

/** Each starts with the committed version, except for the one that ends what the first began. */
export const scenarios: readonly Scenario[] = [
  gate,
  keepsVariables,
  reachesAll,
  rollback,
  stopped(
    `a release with ${faulty.errors} errors in 1000 is aborted, and all traffic returns`,
    2,
    faulty,
    aborts,
    (first) => [0, first, 0],
  ),
  stopped(
    'a release without metrics waits for a person at its first weight',
    3,
    'no series',
    stalls,
    stays,
  ),
  stopped('a release with too little traffic waits for a person', 4, few, stalls, stays),
  stopped(
    'an image that no node can pull is aborted before its first user',
    brokenDigest,
    sound,
    aborts,
    () => [0],
  ),
  shortOutage,
  wayBack,
];
