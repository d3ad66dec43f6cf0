import { metrics } from '@bizflow/config/metrics';
import { type Problem, unless } from '@bizflow/kernel';
import { ofType, type Plan } from '@bizflow/terraform-plan';
import { textsOf } from './texts.ts';

/** Something whose copy keeps an RPO, and what an alarm must name to watch it and nothing else. */
export interface Watched {
  readonly arn: string;
  /** A metric and the values of its dimensions; null where nothing counts it. */
  readonly by: readonly string[] | null;
}

/** Every database and every backed-up resource of a place. */
export const watchedIn = (plan: Plan): readonly Watched[] => [
  ...ofType(plan, 'aws_db_instance').map(({ values }) => ({
    arn: String(values.arn),
    by: [
      (values.replicate_source_db ?? null) === null
        ? metrics.restorableAge.name
        : metrics.replicaLag.name,
      String(values.identifier),
    ],
  })),
  ...ofType(plan, 'aws_backup_selection').flatMap(({ values }) =>
    textsOf(values.resources).map((arn) => ({ arn, by: completionsOf(plan, arn) })),
  ),
];

/** Each of them has an alarm that reads it by its own name. */
export const watchRules = (plan: Plan): readonly Problem[] => {
  const alarms = ofType(plan, 'aws_cloudwatch_metric_alarm').map(({ values }) =>
    textsOf(values.metric_query),
  );
  return watchedIn(plan).flatMap(({ arn, by }) =>
    unless(by !== null && alarms.some((read) => by.every((name) => read.includes(name))), {
      code: 'COPY_UNWATCHED',
      at: `terraform/${plan.root}`,
      value: arn,
      reason: 'keeps an RPO by a copy, and no alarm reads a metric of this resource alone',
      remedy: 'add it to what is watched: packages/terraform-roots/src/calls/backed-up.ts',
    }),
  );
};

// A rule that matches another resource too would count its backups as this one's.
const completionsOf = (plan: Plan, arn: string): readonly string[] | null => {
  const rule = ofType(plan, 'aws_cloudwatch_event_rule').find(({ values }) => {
    const { detail, 'detail-type': types } = JSON.parse(String(values.event_pattern));
    return (
      String(types) === 'Backup Job State Change' &&
      String(detail?.resourceArn) === arn &&
      String(detail?.state) === 'COMPLETED'
    );
  });
  return rule === undefined ? null : [metrics.completions.name, String(rule.values.name)];
};
