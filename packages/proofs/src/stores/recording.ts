import { type Problem, unless } from '@bizflow/kernel';
import {
  bodies,
  isList,
  ofType,
  type Plan,
  type Resource,
  type Values,
} from '@bizflow/terraform-plan';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { logTermRules, logTerms } from './log-terms.ts';

/** Something that must be recorded in the root of a region, and whether it is. */
interface Recorded {
  readonly what: string;
  readonly is: boolean;
}

const has = (value: Values[string] | undefined, member: string): boolean =>
  value !== undefined && isList(value) && value.includes(member);

/** What CloudTrail's selectors take, field by field. */
const selectors = (trail: Resource): readonly (readonly Values[])[] =>
  bodies(trail.values.advanced_event_selector).map(({ field_selector: fields }) => bodies(fields));

const selects = (trail: Resource, field: string, member: string): boolean =>
  selectors(trail).some((fields) =>
    fields.some(
      (one) => one.field === field && (has(one.equals, member) || has(one.starts_with, member)),
    ),
  );

const recordedIn = (plan: Plan): readonly Recorded[] => {
  const trails = ofType(plan, 'aws_cloudtrail');
  const own = trails.map(({ values }) => values.s3_bucket_name);
  const trailed = (field: string, member: string): boolean =>
    trails.some(
      (trail) => trail.values.enable_log_file_validation === true && selects(trail, field, member),
    );
  return [
    { what: 'what is done to the account', is: trailed('eventCategory', 'Management') },
    // A trail cannot record its own writes: each one would cause the next.
    ...ofType(plan, 'aws_s3_bucket')
      .filter(({ values }) => !own.includes(values.bucket))
      .map(({ values }) => ({
        what: `what is done with the objects of ${String(values.bucket)}`,
        is: trailed('resources.ARN', `${String(values.arn)}/`),
      })),
    ...ofType(plan, 'aws_vpc').map(({ address }) => ({
      what: `packets of ${address}`,
      is: ofType(plan, 'aws_flow_log').some(
        ({ values }) => values.vpc_id === `‹${address}.id›` && values.traffic_type === 'ALL',
      ),
    })),
    ...ofType(plan, 'aws_eks_cluster').map(({ values }) => ({
      what: `requests to the cluster ${String(values.name)}`,
      is: has(values.enabled_cluster_log_types, 'audit'),
    })),
    ...ofType(plan, 'aws_db_instance').map(({ values }) => ({
      what: `the log of the database ${String(values.identifier)}`,
      is: has(values.enabled_cloudwatch_logs_exports, 'postgresql'),
    })),
    {
      what: 'changes of settings',
      is: ofType(plan, 'aws_config_configuration_recorder_status').some(
        ({ values }) => values.is_enabled === true,
      ),
    },
    {
      what: 'signs of attacks',
      is: ofType(plan, 'aws_guardduty_detector').some(({ values }) => values.enable === true),
    },
  ];
};

/** What is done in a region is recorded there. */
export const recordingRules = (plan: Plan): readonly Problem[] =>
  recordedIn(plan).flatMap(({ what, is }) =>
    unless(is, {
      code: 'RECORD_MISSING',
      at: `terraform/${plan.root}`,
      value: what,
      reason: 'is not logged, so that no one could see later who did it',
      remedy: 'look at what terraform/modules/detection and the module of this resource record',
    }),
  );

/** Each region with a cluster records who did what with its resources, and keeps that as long as a law wants. */
export const recording = (rendered: RenderedFleet): Proof =>
  proofOf('recording', 'each region records who did what with its stores, networks and settings', {
    problems: rendered.planned.flatMap((one) => [
      ...recordingRules(one.plan),
      ...logTermRules(one, rendered),
    ]),
    witness: [
      ...rendered.planned.map(
        ({ cluster, plan }) => `${cluster.id}: ${recordedIn(plan).length} things are recorded`,
      ),
      ...logTerms(rendered),
    ],
  });
