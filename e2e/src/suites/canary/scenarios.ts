import { setTimeout as pause } from 'node:timers/promises';
import { abortsFrom, gradual } from '@bizflow/config/release';
import { brokenDigest } from '../../harness/stages.ts';
import { until } from '../../harness/until.ts';
import {
  atGate,
  canaryOf,
  healthy,
  type Rehearsal,
  release,
  revert,
  type Scenario,
  sharesProblems,
} from './rehearsal.ts';
import { digestOf, type Status } from './subject.ts';
import { keepsVariables } from './variables.ts';
import { wayBack } from './way-back.ts';

// One failed request more is proof that more than one percent fails.
const proof = abortsFrom(gradual, 1000);
const sound = { requests: 1000, errors: proof - 1 };
const faulty = { requests: 1000, errors: proof };
const few = { requests: gradual.minRequests - 1, errors: 0 };

const arrives = { what: 'reaches all users', seconds: 120, fits: healthy };
const aborts = {
  what: 'is aborted',
  seconds: 90,
  fits: ({ abort, phase }: Status) => abort && phase === 'Degraded',
};
const stalls = {
  what: 'waits for a person',
  seconds: 60,
  fits: ({ pauses }: Status) => pauses.includes('InconclusiveAnalysisRun'),
};

const steps = ({ subject }: Rehearsal): readonly number[] =>
  canaryOf(subject.rollout).steps.flatMap(({ setWeight }) => setWeight ?? []);

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
      ...sharesProblems(done, [0, ...steps(rehearsal), 100]),
      ...asked.map((hash) => `the analysis asked about ${hash} instead of ${done.end.current}`),
      ...(done.asked.length === 0 ? ['the analysis asked nothing'] : []),
    ];
  },
};

const takenBack: Scenario = {
  sentence: `a release with ${faulty.errors} errors in 1000 is aborted, and all traffic returns`,
  play: async (rehearsal) => {
    const [first = 0] = steps(rehearsal);
    const done = await release(rehearsal, 2, faulty, aborts);
    await revert(rehearsal);
    return sharesProblems(done, [0, first, 0]);
  },
};

const blind = (
  sentence: string,
  version: number,
  traffic: 'no series' | typeof sound,
): Scenario => ({
  sentence,
  play: async (rehearsal) => {
    const [first = 0] = steps(rehearsal);
    const done = await release(rehearsal, version, traffic, stalls);
    await revert(rehearsal);
    return [...sharesProblems(done, [0, first]), ...(done.end.abort ? ['it was aborted'] : [])];
  },
});

const shortOutage: Scenario = {
  sentence: 'an outage of the metrics shorter than the limit takes no release back',
  play: async (rehearsal) => {
    const { metrics } = rehearsal;
    const twice = () =>
      until('two questions fail', 60, async () => {
        const count = [...metrics.asked().values()].reduce((sum, one) => sum + one, 0);
        return count >= 2;
      });
    const done = await release(rehearsal, 5, 'out of service', arrives, async () => {
      await twice();
      metrics.tell(sound);
    });
    return [
      ...sharesProblems(done, [0, ...steps(rehearsal), 100]),
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

const neverReady: Scenario = {
  sentence: 'an image that no node can pull is aborted before its first user',
  play: async (rehearsal) => {
    const done = await release(rehearsal, brokenDigest, sound, aborts);
    await revert(rehearsal);
    return sharesProblems(done, [0]);
  },
};

/** Each starts with the committed version, except for the one that ends what the first began. */
export const scenarios: readonly Scenario[] = [
  gate,
  keepsVariables,
  reachesAll,
  rollback,
  takenBack,
  blind('a release without metrics waits for a person at its first weight', 3, 'no series'),
  blind('a release with too little traffic waits for a person', 4, few),
  neverReady,
  shortOutage,
  wayBack,
];
