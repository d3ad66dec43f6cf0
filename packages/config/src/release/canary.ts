/** How a new version earns traffic, and what takes the traffic away again. */
export interface CanaryPolicy {
  /** Rising share of traffic; the step to 100 % is implied. */
  readonly steps: readonly { readonly percent: number; readonly holdMinutes: number }[];
  /** Abort when the share of failed requests passes this ratio ... */
  readonly maxErrorRatio: number;
  /** ... in more than this many samples. */
  readonly failureLimit: number;
  /** Time from one sample to the next. */
  readonly sampleSeconds: number;
  /** How long one query may take; less than a sample. */
  readonly queryTimeoutSeconds: number;
  /** Below this many requests in the window the ratio proves nothing: the rollout waits. */
  readonly minRequests: number;
  readonly windowMinutes: number;
  /** Time for the first samples to arrive; shorter than the first hold, or nothing is measured. */
  readonly firstSampleSeconds: number;
  /** Samples without proof before the rollout pauses for a person. */
  readonly inconclusiveLimit: number;
  /** Failed queries in a row (one every 10 s) before a blind canary is aborted. */
  readonly queryErrorLimit: number;
  /** Pods of a new version before it takes any traffic. */
  readonly minPods: number;
}

/** Production: 5 % for 5 min, 10 % for 10, 50 % for 15, then all; back above 1 % errors. */
export const gradual = {
  steps: [
    { percent: 5, holdMinutes: 5 },
    { percent: 10, holdMinutes: 10 },
    { percent: 50, holdMinutes: 15 },
  ],
  maxErrorRatio: 0.01,
  failureLimit: 1,
  sampleSeconds: 60,
  queryTimeoutSeconds: 30,
  minRequests: 200,
  windowMinutes: 5,
  firstSampleSeconds: 120,
  inconclusiveLimit: 3,
  queryErrorLimit: 12,
  minPods: 2,
} as const satisfies CanaryPolicy;

/** Staging has no user traffic to protect, so it only proves that the steps run. */
export const immediate = {
  ...gradual,
  steps: [{ percent: 50, holdMinutes: 3 }],
  minRequests: 20,
} as const satisfies CanaryPolicy;
