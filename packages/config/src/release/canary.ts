/** How a new version earns traffic, and what takes the traffic away again (docs/decisions/0013). */
export interface CanaryPolicy {
  /** Rising share of traffic; the step to 100 % is implied. */
  readonly steps: readonly { readonly percent: number; readonly holdMinutes: number }[];
  /** Abort when the share of failed requests is above this ratio ... */
  readonly maxErrorRatio: number;
  /** ... by more than chance explains: so many standard deviations of a release that is at the limit ... */
  readonly deviations: number;
  /** ... with at least so many failed requests ... */
  readonly minFailures: number;
  /** ... in more than this many samples. */
  readonly failureLimit: number;
  /** Time from one sample to the next. */
  readonly sampleSeconds: number;
  /** How long one query may take; less than a sample. */
  readonly queryTimeoutSeconds: number;
  /** Below this many requests in the window a release without proof against it is not judged. */
  readonly minRequests: number;
  /** The requests of this long are judged. */
  readonly windowMinutes: number;
  /** Counters are read this often in the window; less than they are exported. */
  readonly readSeconds: number;
  /** Nothing is judged when no counter has come for this long; more than they are exported. */
  readonly freshSeconds: number;
  /** From the first share of traffic to the first sample. */
  readonly firstSampleSeconds: number;
  /** Samples without a judgement before the rollout pauses for a person. */
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
  // A release that is exactly at the limit exceeds it by this in one sample of ten.
  deviations: 1.28,
  minFailures: 3,
  failureLimit: 0,
  sampleSeconds: 60,
  queryTimeoutSeconds: 30,
  minRequests: 100,
  // Both holds before half of the traffic.
  windowMinutes: 15,
  readSeconds: 15,
  freshSeconds: 120,
  firstSampleSeconds: 30,
  inconclusiveLimit: 4,
  queryErrorLimit: 12,
  minPods: 2,
} as const satisfies CanaryPolicy;

/** Staging has little traffic: one step, as long as production's first, and fewer requests are a judgement. */
export const immediate = {
  ...gradual,
  steps: [{ percent: 50, holdMinutes: 5 }],
  minRequests: 20,
} as const satisfies CanaryPolicy;
