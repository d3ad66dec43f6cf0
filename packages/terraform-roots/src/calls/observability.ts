import type { Cluster, Fleet } from '@bizflow/config';
import { alarmDestinations, recoveryListeners } from '@bizflow/config/alarms';
import { budget } from '@bizflow/config/cost';
import { recoveryTopic } from '@bizflow/config/recovery';
import { sampling } from '@bizflow/config/tracing';
import { alarmsOf, certificateAlarmsOf } from '../observability/alarms.ts';
import { dashboardsOf } from '../observability/observability.ts';
import { logGroupsOf, savedQueriesOf, traceGroups } from '../observability/queries.ts';
import { type ModuleCall, outputOf, type Value } from '../root-file.ts';
import { keyArn } from './security.ts';

/** Monitoring: alarms, dashboards, topics, traces, logs and the budget. */
export const observability = (cluster: Cluster, fleet: Fleet): ModuleCall => ({
  module: 'observability',
  inputs: {
    name: cluster.name,
    kms_key_arn: keyArn('application'),
    targets: alarmDestinations[cluster.environment.name],
    recovery_topic: recoveryTopic,
    recovery_targets: recoveryListeners,
    alarms: alarmsOf(cluster, fleet),
    certificate_alarms: certificateAlarmsOf(cluster, fleet),
    certificate_arns: { region: outputOf('certificates', 'arn') },
    dashboards: literal(dashboardsOf(cluster, fleet)),
    log_groups: logGroupsOf(cluster),
    log_retention_days: fleet.foundations[cluster.environment.name].logRetentionDays,
    saved_queries: savedQueriesOf(cluster),
    trace_groups: traceGroups,
    trace_index_percent: sampling.indexedPercent,
    budget: budgetOf(cluster, fleet),
    pagerduty_endpoint: variable('pagerduty_endpoint'),
    slack: variable('slack'),
    emails: variable('emails'),
  },
  beside: {
    variable: addresses,
    output: {
      prometheus_workspace_id: {
        description: 'For packages/config/src/assigned/assigned.ts: prometheusWorkspace.',
        value: outputOf('observability', 'prometheus_workspace_id'),
      },
    },
  },
});

const variable = (name: keyof typeof addresses): string => `\${var.${name}}`;

// In Terraform's JSON syntax a string is a template: what looks like one in a dashboard must not be.
const literal = (value: Value): Value => {
  if (typeof value === 'string') return value.replaceAll('${', '$${').replaceAll('%{', '%%{');
  if (Array.isArray(value)) return value.map(literal);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, literal(member)]))
    : value;
};

// An environment is an account, so the region's tag is enough to select a place.
const budgetOf = (cluster: Cluster, fleet: Fleet): { readonly [field: string]: Value } => {
  const { name, limitUsd, tags } = budget(cluster, fleet);
  return { name, limit_usd: limitUsd, tag: 'bizflow:region', value: tags['bizflow:region'] ?? '' };
};

/** What a person knows and Git must not or need not: given by TF_VAR_... or a tfvars file. */
const addresses = {
  pagerduty_endpoint: {
    type: 'string',
    default: null,
    sensitive: true,
    description:
      "PagerDuty's HTTPS endpoint of an Amazon CloudWatch integration; it contains a key.",
  },
  slack: {
    type: 'object({ team_id = string, channel_id = string })',
    default: null,
    description: 'Ids of the Slack workspace and of the channel for warnings.',
  },
  emails: {
    type: 'list(string)',
    default: [],
    description: 'Addresses for expiring certificates and announcements of a failover.',
  },
} as const;
