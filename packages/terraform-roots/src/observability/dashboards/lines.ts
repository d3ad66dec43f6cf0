import type { Cluster, Fleet } from '@bizflow/config';
import { alarmSentence } from '@bizflow/config/alarms';
import { type MetricKey, metrics } from '@bizflow/config/metrics';
import { type Dimensions, dimensionsOf, ofService } from '../subjects.ts';
import type { Limit, Line } from './panel.ts';

/** A metric as a line of a graph, read in the cluster's region. */
export const line = (
  { region }: Cluster,
  key: MetricKey,
  known: Dimensions,
  options: { readonly stat: string; readonly label: string },
): Line => [
  metrics[key].namespace,
  metrics[key].name,
  ...Object.entries(dimensionsOf(metrics[key], known)).flat(),
  { ...options, region: region.id },
];

/** A line that only feeds an expression. */
const hidden = (of: Line, id: string): Line => [
  ...of.slice(0, -1),
  { ...(of.at(-1) as object), id, visible: false },
];

/** The share of failed requests, by the same expression as the alarm's. */
export const errorRate = (
  cluster: Cluster,
  service: string,
  label: string,
  id: string,
): readonly Line[] => {
  const read = (key: MetricKey): Line =>
    line(cluster, key, ofService(service), { stat: 'SampleCount', label: key });
  return [
    hidden(read('outcomeDuration'), `failures${id}`),
    hidden(read('requestDuration'), `requests${id}`),
    [
      {
        expression: `100 * FILL(failures${id}, 0) / requests${id}`,
        label,
        id: `rate${id}`,
        region: cluster.region.id,
      },
    ],
  ];
};

/** Every load balancer of the region: AWS assigns its id, so it is found by SEARCH (docs/decisions/0023). */
export const search = ({ region }: Cluster, key: MetricKey, stat: string): Line => {
  const { namespace, name, dimensions } = metrics[key];
  return [
    {
      expression: `SEARCH('{${[namespace, ...dimensions].join(',')}} MetricName="${name}"', '${stat}', 60)`,
      label: '',
      region: region.id,
    },
  ];
};

/** The alarms of these names, as lines with their own text. */
export const limits = (
  { environment }: Pick<Cluster, 'environment'>,
  { alarms }: Pick<Fleet, 'alarms'>,
  ...names: readonly string[]
): readonly Limit[] =>
  alarms
    .filter(({ name }) => names.includes(name))
    .map((alarm) => ({ label: alarmSentence(alarm, environment.name), value: alarm.threshold }));
