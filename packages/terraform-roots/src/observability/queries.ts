import type { Cluster } from '@bizflow/config';
import { metrics } from '@bizflow/config/metrics';
import { containerLogGroup, logGroup } from '@bizflow/config/names';
import { sampling } from '@bizflow/config/tracing';

/** A Logs Insights query that people find ready in the console. */
export type SavedQuery = { readonly log_groups: readonly string[]; readonly query: string };

/** What writes logs of Container Insights (CloudWatch user guide, "Container Insights"). */
const containerLogs = ['application', 'dataplane', 'host', 'performance'] as const;

/** The log groups that module `observability` makes; EKS and Fargate have theirs in module `eks`. */
export const logGroupsOf = (cluster: Cluster): Readonly<Record<string, string>> => ({
  metrics: logGroup(cluster, 'metrics'),
  ...Object.fromEntries(containerLogs.map((kind) => [kind, containerLogGroup(cluster, kind)])),
});

/** The questions asked first when something is wrong. */
export const savedQueriesOf = (cluster: Cluster): Readonly<Record<string, SavedQuery>> => {
  const logs = [containerLogGroup(cluster, 'application'), logGroup(cluster, 'fargate')];
  const measured = [logGroup(cluster, 'metrics')];
  return {
    'latest-errors': {
      log_groups: logs,
      query:
        'fields @timestamp, @log, @message\n| filter @message like /(?i)error/\n| sort @timestamp desc\n| limit 100',
    },
    'errors-by-pod': {
      log_groups: logs,
      query:
        'filter @message like /(?i)error/\n| stats count(*) as errors by kubernetes.pod_name\n| sort errors desc\n| limit 20',
    },
    'api-usage-by-tenant': { log_groups: measured, query: byTenant(metrics.apiUsage.name) },
    'activity-by-tenant': { log_groups: measured, query: byTenant(metrics.tenantActivity.name) },
  };
};

/** The twenty tenants with the most of a counter; a tenant is a field of the log, no dimension. */
export const byTenant = (counter: string): string =>
  `filter ispresent(\`${counter}\`)\n| stats sum(\`${counter}\`) as total by \`bizflow.tenant.id\`\n| sort total desc\n| limit 20`;

/** X-Ray groups: what the sampler keeps in any case, and each of the two reasons apart. */
export const traceGroups: Readonly<Record<string, string>> = {
  errors: 'error = true OR fault = true',
  slow: `responsetime > ${sampling.slowMilliseconds / 1000}`,
};
