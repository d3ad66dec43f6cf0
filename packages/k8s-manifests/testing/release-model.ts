import type { Conditions, judgeOf } from './verdict.ts';

/** The traffic of a release: requests a second in the region, and the share of them that fails. */
export interface Traffic {
  readonly perSecond: number;
  readonly errorRatio: number;
}

/** One share of traffic and its hold. */
export interface Hold {
  readonly percent: number;
  readonly seconds: number;
}

/** What the analysis does with its judgements, as it is rendered. */
export interface Sampling extends Conditions {
  readonly firstSeconds: number;
  readonly everySeconds: number;
  readonly windowSeconds: number;
  readonly failureLimit: number;
  readonly inconclusiveLimit: number;
}

/** How a release ended, and in which hold. */
export interface End {
  readonly end: 'aborted' | 'paused' | 'released';
  readonly hold: number;
}

const exportSeconds = 60;
const pods = 2;

/**
 * A release with exact counts: pods that export once a minute, each at its own second, and Argo's limits. It leaves
 * out what `npm run judge` has: label sets, restarts, Prometheus and Argo Rollouts themselves.
 */
export function playRelease(
  seed: number,
  { perSecond, errorRatio }: Traffic,
  holds: readonly Hold[],
  sampling: Sampling,
  judge: ReturnType<typeof judgeOf>,
): End {
  const random = randomFrom(seed);
  const counters = Array.from({ length: pods }, () =>
    pod(random, { perSecond, errorRatio }, holds),
  );
  const counted = (second: number, count: 0 | 1) =>
    counters.reduce(
      (sum, at) => sum + at(second)[count] - at(second - sampling.windowSeconds)[count],
      0,
    );
  const limits = { failed: sampling.failureLimit, inconclusive: sampling.inconclusiveLimit };
  for (let at = sampling.firstSeconds; at < total(holds); at += sampling.everySeconds) {
    const verdict = judge([counted(at, 0), counted(at, 1)]);
    if (verdict !== 'passed' && limits[verdict]-- === 0) {
      return { end: verdict === 'failed' ? 'aborted' : 'paused', hold: holdAt(holds, at) };
    }
  }
  return { end: 'released', hold: holds.length };
}

/** The counters of a pod, `[failed, requests]`, as they were last exported at a second. */
function pod(random: () => number, { perSecond, errorRatio }: Traffic, holds: readonly Hold[]) {
  const phase = random() * exportSeconds;
  const counters: (readonly [failed: number, requests: number])[] = [[0, 0]];
  for (let second = 0; second < total(holds); second++) {
    const mean = (perSecond * (holds[holdAt(holds, second)]?.percent ?? 0)) / 100 / pods;
    const [failed, requests] = counters[second] ?? [0, 0];
    const more = poisson(random, mean * errorRatio);
    const fine = poisson(random, mean * (1 - errorRatio));
    counters.push([failed + more, requests + more + fine]);
  }
  return (second: number): readonly [failed: number, requests: number] => {
    const last = phase + exportSeconds * Math.floor((second - phase) / exportSeconds);
    return counters[Math.max(0, Math.floor(last))] ?? [0, 0];
  };
}

const holdAt = (holds: readonly Hold[], second: number): number =>
  holds.findIndex((_, index) => second < total(holds.slice(0, index + 1)));

const total = (holds: readonly Hold[]): number =>
  holds.reduce((sum, { seconds }) => sum + seconds, 0);

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many events of so many on average (Knuth). */
function poisson(random: () => number, mean: number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count++;
  return count;
}
