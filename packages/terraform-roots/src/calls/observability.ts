import type { Cluster, Fleet } from '@bizflow/config';
import { alarmDestinations, recoveryListeners } from '@bizflow/config/alarms';
import { budget } from '@bizflow/config/cost';
import { recoveryTopic } from '@bizflow/config/recovery';
import { sampling } from '@bizflow/config/tracing';
import { addresses, pagerDutyEndpoint } from '../declared.ts';
import { alarmsOf, certificateAlarmsOf } from '../observability/alarms.ts';
import { dashboardsOf } from '../observability/observability.ts';
import { logGroupsOf, savedQueriesOf, traceGroups } from '../observability/queries.ts';
import { literal, type ModuleCall, outputOf, type Value, variableOf } from '../root-file.ts';
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
    dashboards: literalIn(dashboardsOf(cluster, fleet)),
    log_groups: logGroupsOf(cluster),
    log_retention_days: fleet.foundations[cluster.environment.name].logRetentionDays,
    saved_queries: savedQueriesOf(cluster),
    trace_groups: traceGroups,
    trace_index_percent: sampling.indexedPercent,
    budget: budgetOf(cluster, fleet),
    pagerduty_endpoint: variableOf('pagerduty_endpoint'),
    slack: variableOf('slack'),
    emails: variableOf('emails'),
  },
  beside: {
    variable: declared,
    output: {
      prometheus_workspace_id: {
        description: 'For packages/config/src/assigned/assigned.ts: prometheusWorkspace.',
        value: outputOf('observability', 'prometheus_workspace_id'),
      },
    },
  },
});

// In Terraform's JSON syntax a string is a template: what looks like one in a dashboard must not be.
const literalIn = (value: Value): Value => {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(literalIn);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, literalIn(member)]))
    : value;
};

// An environment is an account, so the region's tag is enough to select a place.
const budgetOf = (cluster: Cluster, fleet: Fleet): { readonly [field: string]: Value } => {
  const { name, limitUsd, tags } = budget(cluster, fleet);
  return { name, limit_usd: limitUsd, tag: 'bizflow:region', value: tags['bizflow:region'] ?? '' };
};

const declared = {
  pagerduty_endpoint: pagerDutyEndpoint,
  slack: {
    type: 'object({ team_id = string, channel_id = string })',
    default: null,
    description: 'Ids of the Slack workspace and of the channel for warnings.',
  },
  emails: addresses('Addresses for expiring certificates and announcements of a failover.'),
};
