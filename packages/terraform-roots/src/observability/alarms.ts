import type { Cluster, Fleet } from '@bizflow/config';
import { type AlarmPolicy, alarmSentence, periodsOf } from '@bizflow/config/alarms';
import { metrics } from '@bizflow/config/metrics';
import { dimensionsOf, type Subject, subjectsOf } from './subjects.ts';

/** A metric as an alarm reads it. */
export type AlarmMetric = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly stat: string;
};

/** An alarm as module `observability` takes it, without its name. */
export type Alarm<Metric = AlarmMetric> = {
  readonly description: string;
  readonly severity: AlarmPolicy['severity'];
  readonly comparison_operator: 'GreaterThanThreshold' | 'LessThanThreshold';
  readonly threshold: number;
  readonly evaluation_periods: number;
  readonly period: number;
  readonly treat_missing_data: AlarmPolicy['missing'];
  /** Null where the one metric is the value. */
  readonly expression: string | null;
  readonly metrics: Readonly<Record<string, Metric>>;
};

/** Every alarm of a cluster's place, by the name that follows the place's own. */
export const alarmsOf = (cluster: Cluster, fleet: Fleet): Readonly<Record<string, Alarm>> =>
  Object.fromEntries(
    namedAlarms(cluster, fleet).map(({ name, policy, subject }) => [
      name,
      alarm(policy, cluster, subject, reads(policy, subject)),
    ]),
  );

/** The names of these alarms, which is all that a dashboard needs of them. */
export const alarmNamesOf = (cluster: Cluster, fleet: Fleet): readonly string[] =>
  namedAlarms(cluster, fleet).map(({ name }) => name);

const namedAlarms = (cluster: Cluster, fleet: Fleet) =>
  fleet.alarms.flatMap((policy) =>
    subjectsOf(policy.of, cluster, fleet).map((subject) => ({
      name: alarmName(policy, subject),
      policy,
      subject,
    })),
  );

/** The alarms of each certificate, whose ARN joins them inside the module. */
export const certificateAlarmsOf = (
  cluster: Cluster,
  fleet: Fleet,
): Readonly<Record<string, Alarm<Omit<AlarmMetric, 'dimensions'>>>> =>
  Object.fromEntries(
    fleet.alarms
      .filter(({ of }) => of === 'certificate')
      .map((policy) => [
        policy.name,
        alarm(
          policy,
          cluster,
          { name: null, known: [] },
          Object.fromEntries(
            Object.entries(policy.reads).map(([id, { metric, stat }]) => {
              const { namespace, name } = metrics[metric];
              return [id, { namespace, name, stat }];
            }),
          ),
        ),
      ]),
  );

/** `api-error-rate-critical`, or `database-cpu` of what there is only one of. */
const alarmName = ({ name }: AlarmPolicy, subject: Subject): string =>
  subject.name === null ? name : `${subject.name}-${name}`;

const alarm = <Metric>(
  policy: AlarmPolicy,
  { environment }: Cluster,
  subject: Subject,
  read: Readonly<Record<string, Metric>>,
): Alarm<Metric> => ({
  description: `${subject.name === null ? '' : `${subject.name}: `}${alarmSentence(policy, environment.name)}. ${policy.missingBecause}`,
  severity: policy.severity,
  comparison_operator: policy.compare === 'above' ? 'GreaterThanThreshold' : 'LessThanThreshold',
  threshold: policy.threshold,
  evaluation_periods: periodsOf(policy),
  period: policy.periodSeconds,
  treat_missing_data: policy.missing,
  expression: Object.hasOwn(read, policy.expression) ? null : policy.expression,
  metrics: read,
});

const reads = (policy: AlarmPolicy, { known }: Subject): Readonly<Record<string, AlarmMetric>> =>
  Object.fromEntries(
    Object.entries(policy.reads).flatMap(([id, { metric, stat }]) =>
      known.map((values, index) => [
        known.length === 1 ? id : `${id}${index + 1}`,
        {
          namespace: metrics[metric].namespace,
          name: metrics[metric].name,
          dimensions: dimensionsOf(metrics[metric], values),
          stat,
        },
      ]),
    ),
  );
