/** A trace that an application sends: one span, which is all that the policies look at. */
export interface Trace {
  readonly id: string;
  readonly kind: Kind;
}

/** Why a trace is kept, or that only the share of all keeps it. */
export type Kind = 'usual' | 'failed' | 'server error' | 'slow' | 'just in time';

/** How many of each kind are sent. */
export const sent = {
  usual: 4000,
  failed: 40,
  'server error': 40,
  slow: 40,
  'just in time': 400,
} as const satisfies Record<Kind, number>;

/** The document's "Slow requests: 100 % of requests > 2s", from both sides. */
const milliseconds: Readonly<Record<Kind, number>> = {
  usual: 120,
  failed: 120,
  'server error': 120,
  slow: 2100,
  'just in time': 1900,
};

// Trace ids are random to the policies; these come out the same in every run.
const traceId = (number: number): string =>
  [0, 1, 2, 3]
    .map((word) => Math.imul(number + 1, 2_654_435_761 + 2 * word) >>> 0)
    .map((word) => ((word ^ (word >>> 15)) >>> 0).toString(16).padStart(8, '0'))
    .join('');

/** Every kind. */
export const kinds = Object.keys(sent) as Kind[];

/** Every trace of a rehearsal. */
export const traces: readonly Trace[] = kinds
  .flatMap((kind) => Array.from({ length: sent[kind] }, () => kind))
  .map((kind, index) => ({ id: traceId(index), kind }));

/** A request of OTLP, as JSON. */
export function spansRequest(some: readonly Trace[], now: number): object {
  const nanos = (time: number): string => `${time}000000`;
  const spans = some.map(({ id, kind }) => ({
    traceId: id,
    spanId: id.slice(0, 16),
    name: 'GET /',
    kind: 2,
    startTimeUnixNano: nanos(now - milliseconds[kind]),
    endTimeUnixNano: nanos(now),
    attributes: [
      {
        key: 'http.response.status_code',
        value: { intValue: kind === 'server error' ? 503 : 200 },
      },
    ],
    status: kind === 'failed' ? { code: 2 } : {},
  }));
  return { resourceSpans: [{ resource: service('api'), scopeSpans: [{ spans }] }] };
}

/** The resource that an application's SDK names. */
export const service = (name: string) => ({
  attributes: [{ key: 'service.name', value: { stringValue: name } }],
});
