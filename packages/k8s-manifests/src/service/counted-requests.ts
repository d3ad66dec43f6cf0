import type { Service } from '@bizflow/config';
import type { CanaryPolicy } from '@bizflow/config/release';

/** PromQL for two numbers, the smaller first: the new version's failed requests and all of them, in the window. */
export function countedRequests(canary: CanaryPolicy, { name, failures }: Service): string {
  const { windowMinutes, readSeconds, freshSeconds } = canary;
  const version = `service_name="${name}",rollouts_pod_template_hash="{{args.canary-hash}}",${failures.counted}`;
  const requests = `${failures.attempts}{${version}}`;
  const failed = `${failures.attempts}{${version},${failures.failed}}`;
  const window = `[${windowMinutes}m:${readSeconds}s]`;
  return `sort(
  (
    ${labelled('failed', grown(failed, readSeconds), window)}
    or
    ${labelled('requests', grown(requests, readSeconds), window)}
  )
  * scalar(group(present_over_time(${requests}[${freshSeconds}s])) or vector(0))
)
`;
}

/**
 * How much counters grew since they were last read. A series that was not there has grown by all that it counts, and
 * so has one that fell, because its process started again. `increase()` would leave out both: it has no value before
 * the first one, and each series of a canary is born during the release (prometheus/prometheus#1673).
 */
const grown = (counter: string, seconds: number): string =>
  `sum((${counter} - ${counter} offset ${seconds}s) >= 0 or ${counter})`;

/** The growth of the whole window, or zero without any; the label keeps the two counts apart. */
const labelled = (count: string, growth: string, window: string): string =>
  `label_replace(sum_over_time(${growth}${window}) or vector(0), "count", "${count}", "", "")`;
