import { metrics } from '@bizflow/metrics';
import { service } from './spans.ts';

type Attributes = Readonly<Record<string, string>>;

const attributes = (values: Attributes) =>
  Object.entries(values).map(([key, value]) => ({ key, value: { stringValue: value } }));

const delta = 1;
const cumulative = 2;

/** The points of one metric of the contract, one for each value that its attributes may have. */
function contractMetric({ name, unit, instrument, attributes: keys }: Contract, time: string) {
  const values = Object.entries(keys).reduce<readonly Attributes[]>(
    (all, [key, some]) =>
      all.flatMap((one) =>
        (Array.isArray(some) ? some : ['00000000-0000-4000-8000-000000000001']).map((value) => ({
          ...one,
          [key]: value,
        })),
      ),
    [{}],
  );
  const at = (more: object) =>
    values.map((one) => ({
      attributes: attributes(one),
      startTimeUnixNano: time,
      timeUnixNano: time,
      ...more,
    }));
  if (instrument === 'exponential-histogram') {
    const buckets = { positive: { offset: 0, bucketCounts: ['10'] }, scale: 0, zeroCount: '0' };
    const dataPoints = at({ count: '10', sum: 15, min: 1.1, max: 1.9, ...buckets });
    return { name, unit, exponentialHistogram: { aggregationTemporality: delta, dataPoints } };
  }
  if (instrument === 'counter') {
    const dataPoints = at({ asDouble: 5 });
    return { name, unit, sum: { aggregationTemporality: delta, isMonotonic: true, dataPoints } };
  }
  return { name, unit, gauge: { dataPoints: at({ asDouble: 3 }) } };
}

type Contract = (typeof metrics)[keyof typeof metrics];

/** What the SDKs measure by themselves, and the canary's judge reads. */
const conventional: readonly (readonly [service: string, name: string, Attributes])[] = [
  [
    'api',
    'http.server.request.duration',
    { 'http.route': '/a', 'http.response.status_code': '500' },
  ],
  [
    'whatsapp-worker',
    'messaging.process.duration',
    { 'messaging.destination.name': 'out', 'error.type': 'timeout' },
  ],
];

const histogram = (name: string, values: Attributes, time: string) => ({
  name,
  unit: 's',
  histogram: {
    aggregationTemporality: cumulative,
    dataPoints: [
      {
        attributes: attributes(values),
        startTimeUnixNano: time,
        timeUnixNano: time,
        count: '7',
        sum: 7,
        bucketCounts: ['0', '7'],
        explicitBounds: [0.5],
      },
    ],
  },
});

/** A request of OTLP with everything that the applications measure, as JSON. */
export function measuresRequest(now: number): object {
  const time = `${now}000000`;
  return {
    resourceMetrics: ['api', 'whatsapp-worker'].map((name) => ({
      resource: service(name),
      scopeMetrics: [
        {
          metrics: [
            ...Object.values(metrics).map((one) => contractMetric(one, time)),
            ...conventional
              .filter(([owner]) => owner === name)
              .map(([, metric, values]) => histogram(metric, values, time)),
          ],
        },
      ],
    })),
  };
}
