import { type Problem, unless } from '@bizflow/kernel';
import { type RegulationCode, regulations } from '@bizflow/region-catalog';
import { peopledFlows } from '@bizflow/region-catalog/rules';
import { bodies, ofType, type Plan } from '@bizflow/terraform-plan';
import type { PlannedCluster, RenderedFleet } from '../rendered-fleet.ts';
import { ofBucket } from './store-kinds.ts';

/** For how many days at least a law wants logs of who accessed its people's data: DPDP Rules 2025 (India), rule 6 (1) (e). */
const leastDays: Partial<Record<RegulationCode, number>> = { DPDP: 365 };

/** A log or a record, and for how many days it is kept; undefined where nothing says so. */
interface Kept {
  readonly at: string;
  readonly days: unknown;
}

/** The logs of a root, and the record of its trail: old versions of that end sooner, and are copies. */
const keptIn = (plan: Plan): readonly Kept[] => [
  ...ofType(plan, 'aws_cloudwatch_log_group').map(({ address, values }) => ({
    at: address,
    days: values.retention_in_days,
  })),
  ...ofType(plan, 'aws_cloudtrail').map(({ address, values }) => ({
    at: `${address} s3_bucket_name`,
    days: ofBucket('aws_s3_bucket_lifecycle_configuration', values.s3_bucket_name, plan)
      .flatMap((one) => bodies(one.values.rule))
      .filter(({ status }) => status === 'Enabled')
      .flatMap((rule) => bodies(rule.expiration))[0]?.days,
  })),
];

/** The laws that want logs for a time, and protect people whose data is in a region, or comes to it. */
const lawsThere = (
  { cluster: { region, environment } }: PlannedCluster,
  { fleet }: RenderedFleet,
): readonly RegulationCode[] => {
  // Elsewhere there are testers' data alone.
  if (!environment.approval) return [];
  const flows = peopledFlows(fleet.catalog).filter(({ to }) => to === region.id);
  const people = new Set<string>(flows.flatMap(({ subjects }) => subjects));
  return (Object.keys(leastDays) as RegulationCode[]).filter((law) =>
    regulations[law].protects.some((country) => people.has(country)),
  );
};

/** Logs are kept for as long as the laws want of whose people's data is in their region. */
export const logTermRules = (
  planned: PlannedCluster,
  rendered: RenderedFleet,
): readonly Problem[] =>
  lawsThere(planned, rendered).flatMap((law) =>
    keptIn(planned.plan).flatMap(({ at, days }) =>
      unless(typeof days === 'number' && days >= (leastDays[law] ?? 0), {
        code: 'LOG_TERM_SHORT',
        at: `terraform/${planned.plan.root} ${at}`,
        value: typeof days === 'number' ? days : 'no number',
        reason: `days end before the ${leastDays[law]} for which ${law} wants logs of access to its people's data`,
        remedy: 'keep them longer: log_retention_days of the module, from a fact',
      }),
    ),
  );

/** Where logs are kept as long as a law wants, one line for each region. */
export const logTerms = (rendered: RenderedFleet): readonly string[] =>
  rendered.planned.flatMap((planned) =>
    lawsThere(planned, rendered).map(
      (law) =>
        `${planned.cluster.id}: ${keptIn(planned.plan).length} logs are kept for ${leastDays[law]} days at least, as ${law} wants`,
    ),
  );
