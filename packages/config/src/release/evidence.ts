import type { CanaryPolicy } from './canary.ts';

type Limits = Pick<CanaryPolicy, 'maxErrorRatio' | 'deviations' | 'minFailures'>;

/** The fewest failed ones of so many requests that abort a release. */
export function abortsFrom(
  { maxErrorRatio, deviations, minFailures }: Limits,
  requests: number,
): number {
  const expected = maxErrorRatio * requests;
  const deviation = Math.sqrt(expected * (1 - maxErrorRatio));
  return Math.max(minFailures, Math.floor(expected + deviations * deviation) + 1);
}

/** How often one sample of so many requests aborts a release whose true ratio of errors is this: 0 to 1. */
export function abortChance(policy: Limits, requests: number, ratio: number): number {
  const from = abortsFrom(policy, requests);
  if (from > requests) return 0;
  if (ratio >= 1) return 1;
  // Term by term in logarithms: the first ones are too small for a float when requests are many.
  let [log, below] = [requests * Math.log1p(-ratio), 0];
  for (let failed = 0; failed < from; failed++) {
    below += Math.exp(log);
    log += Math.log(((requests - failed) / (failed + 1)) * (ratio / (1 - ratio)));
  }
  return Math.max(0, 1 - below);
}

/** The least true ratio of errors, in thousandths, that one sample of so many requests finds 95 times of 100. */
export function findsFrom(policy: Limits, requests: number): number {
  for (let thousandths = 1; thousandths < 1000; thousandths++) {
    if (abortChance(policy, requests, thousandths / 1000) >= 0.95) return thousandths;
  }
  return 1000;
}
