import { type Metrics, timesAsked } from './metrics.ts';
import { atGate, healthy } from './rollout.ts';
import { digestOf, type Subject } from './subject.ts';

/** Problems when an outage of the metrics is longer than the limit of errors in a row. */
export async function longOutage(
  subject: Subject,
  metrics: Metrics,
  limit: number,
): Promise<readonly string[]> {
  const before = await subject.is('is healthy before a release', 120, healthy);
  metrics.tell('out of service');
  await subject.release(digestOf(1));
  await subject.is('waits at its gate', 60, atGate);
  await subject.resume();
  // An error is asked about again after ten seconds, which nothing can shorten.
  const end = await subject.is('is aborted', 10 * limit + 90, ({ abort }) => abort);
  const asked = timesAsked(metrics);
  return [
    ...(end.stable === before.stable ? [] : ['the stable version changed']),
    ...(asked === limit + 1 ? [] : [`it was aborted after ${asked} errors, not ${limit + 1}`]),
  ];
}
