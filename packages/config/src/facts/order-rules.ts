import { type Problem, problem, valueAt } from '@bizflow/kernel';
import { allFacts } from './all-facts.ts';

/** A number, the one that it must not exceed, how many of the first make one of that, and what happens otherwise. */
type Order = readonly [small: string, large: string, times: number, otherwise: string];

// biome-ignore format: a table reads better than one value a line
const orders: readonly Order[] = [
  ['delivery.delivery.performance.p95Ms', 'delivery.delivery.performance.p99Ms', 1, 'the limit of fewer answers would be stricter'],
  ['edge.edge.capacity.budgetWcu', 'edge.edge.capacity.ceilingWcu', 1, 'AWS WAF would refuse the web ACL'],
  ['network.loadBalancers.drainSeconds', 'network.loadBalancers.deregistrationSeconds', 1, 'requests would end that the pod still answers'],
  ['network.loadBalancers.deregistrationSeconds', 'release.rolloutPolicy.scaleDownDelaySeconds', 1, 'the version before would leave too early'],
  ['platform.argoCd.syncRetry.firstSeconds', 'platform.argoCd.syncRetry.mostMinutes', 60, 'the first pause would be longer than the longest'],
  ['release.rolloutPolicy.minReadySeconds', 'release.rolloutPolicy.progressDeadlineSeconds', 1, 'no pod would count in time'],
  ['release.rolloutPolicy.rollbackRevisions', 'release.rolloutPolicy.revisionHistoryLimit', 1, 'a version would be gone before a rollback'],
  ['tenancy.migrationPolicy.lockSeconds', 'tenancy.migrationPolicy.statementSeconds', 1, 'a statement would end while it waits for a lock'],
  ['tenancy.migrationPolicy.statementSeconds', 'tenancy.migrationPolicy.deadlineSeconds', 1, 'the Job would end before its statement'],
  ['tenancy.migrationPolicy.connectSeconds', 'tenancy.migrationPolicy.deadlineSeconds', 1, 'the Job would end before it is connected'],
  ['tracing.collectors.batch.spans', 'tracing.collectors.batch.mostSpans', 1, 'no batch could be sent'],
  ['tracing.collectors.memoryLimit.spikePercent', 'tracing.collectors.memoryLimit.percent', 1, 'the collector would refuse everything'],
  ['tracing.sampling.baselinePercent', 'tracing.sampling.indexedPercent', 1, 'X-Ray would index fewer traces than are kept'],
  ['tracing.sampling.errorStatus.from', 'tracing.sampling.errorStatus.to', 1, 'no status would be an error'],
  ['tracing.sampling.slowMilliseconds', 'tracing.sampling.decisionWaitSeconds', 1000, 'a slow trace would be decided before it ends'],
];

/** Of two numbers that belong together, neither is on the wrong side of the other. */
export const orderRules = (
  facts: Readonly<Record<string, unknown>> = allFacts,
): readonly Problem[] =>
  orders
    .map(([at, large, times, otherwise]) => {
      const [value, limit] = [numberAt(facts, at), numberAt(facts, large) * times];
      return { at, value, limit, large, otherwise };
    })
    // A missing number is not in order either.
    .filter(({ value, limit }) => !(value <= limit))
    .map(({ at, value, limit, large, otherwise }) =>
      problem({
        code: 'FACT_ORDER',
        at,
        value,
        reason: `must be at most ${limit}, as ${large} says: ${otherwise}`,
        remedy: 'choose a smaller value, or raise the other one',
      }),
    );

const numberAt = (facts: unknown, path: string): number =>
  Number(valueAt(facts, `/${path.replaceAll('.', '/')}`));
