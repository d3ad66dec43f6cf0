import { freeze } from '@bizflow/kernel';

/**
 * What share of traces is kept: the document's "Trace Sampling". Applications send every span, and
 * only the tail sampler decides, because only it has seen the whole trace.
 */
export const sampling = freeze({
  /** "Production: 5% of requests". */
  baselinePercent: 5,
  /** "Slow requests: 100% of requests > 2s". */
  slowMilliseconds: 2000,
  /** "Errors: 100% of errors": span status ERROR, or a response in this range. */
  errorStatus: { from: 500, to: 599 },
  /** X-Ray's own share of what reaches it: all, since the sampler has chosen (docs/decisions/0036). */
  indexedPercent: 100,
  /** How long the sampler waits for a trace's last span; longer than the slowest trace. */
  decisionWaitSeconds: 15,
  /** Traces kept in memory while they wait, per replica. */
  tracesInMemory: 100_000,
  /** Decisions remembered for late spans, in multiples of those traces; most traces are dropped. */
  remembered: { kept: 2, dropped: 4 },
});
