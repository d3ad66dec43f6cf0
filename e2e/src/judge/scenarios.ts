import { freeze } from '@bizflow/kernel';

/** How the releases of a scenario ended: counts by hold, and those that reached all users. */
export interface Ends {
  readonly aborted: readonly number[];
  readonly paused: readonly number[];
  readonly released: number;
}

/** Traffic that releases are played with, and what must come of them. */
export interface Scenario {
  readonly environment: 'production' | 'staging';
  /** Requests a second in the region. */
  readonly perSecond: number;
  readonly errorRatio: number;
  /** How many routes take the requests, by Zipf's law. */
  readonly labelSets: number;
  /** How often the process of a pod starts again, a minute. */
  readonly restarts?: number;
  readonly wanted: string;
  /** The releases that ended as wanted. */
  readonly asWanted: (ends: Ends) => number;
  /** Of 100. */
  readonly atLeast: number;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

const production = [
  [20, 0.001, 'released', (ends: Ends) => ends.released, 99],
  [20, 0.05, 'aborted at 5 %', (ends: Ends) => ends.aborted[0] ?? 0, 95],
  [20, 0.02, 'aborted before 50 %', (ends: Ends) => sum(ends.aborted.slice(0, 2)), 95],
  [200, 0.02, 'aborted at 5 %', (ends: Ends) => ends.aborted[0] ?? 0, 95],
] as const;

const withRestarts = 0.1;

/** What the judge of a canary must decide, whatever the number of routes (decision 0013). */
export const scenarios: readonly Scenario[] = freeze([
  ...[1, 40, 300].flatMap((labelSets) =>
    production.map(([perSecond, errorRatio, wanted, asWanted, atLeast]) => ({
      ...{ environment: 'production' as const, perSecond, errorRatio, labelSets },
      ...{ wanted, asWanted, atLeast },
    })),
  ),
  ...production.slice(0, 2).map(([perSecond, errorRatio, wanted, asWanted, atLeast]) => ({
    ...{ environment: 'production' as const, perSecond, errorRatio, labelSets: 40 },
    ...{ restarts: withRestarts, wanted, asWanted, atLeast },
  })),
  ...[0.001, 0.01, 0.1, 1, 20].map((perSecond) => ({
    ...{ environment: 'staging' as const, perSecond, errorRatio: 1, labelSets: 40 },
    ...{ wanted: 'not released', atLeast: 100 },
    asWanted: (ends: Ends) => sum([...ends.aborted, ...ends.paused]),
  })),
]);
