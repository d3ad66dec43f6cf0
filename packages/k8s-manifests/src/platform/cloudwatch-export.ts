import type { Cluster } from '@bizflow/config';
import { applicationNamespace, metrics } from '@bizflow/config/metrics';
import { logGroup } from '@bizflow/config/names';

/** Drops what CloudWatch gets, so that Prometheus never sees an exponential histogram. */
export const withoutApplications = {
  metric_conditions: ['IsMatch(metric.name, "^bizflow[.]")'],
};

/** Drops everything else. */
export const onlyApplications = {
  metric_conditions: ['not IsMatch(metric.name, "^bizflow[.]")'],
};

/**
 * The contract's metrics as EMF log events: CloudWatch extracts exactly the dimensions that dashboards
 * and alarms read, and all other attributes, tenants among them, stay fields of the log.
 */
export const cloudWatchExport = (cluster: Cluster) => ({
  region: cluster.region.id,
  namespace: applicationNamespace,
  log_group_name: logGroup(cluster, 'metrics'),
  log_stream_name: 'applications',
  dimension_rollup_option: 'NoDimensionRollup',
  resource_to_telemetry_conversion: { enabled: true },
  metric_declarations: declarations(),
});

/** One declaration per metric, with every set of dimensions by which it is read. */
const declarations = () => {
  const byName = new Map<string, string[][]>();
  for (const { name, dimensions, emitter } of Object.values(metrics)) {
    if (emitter === 'application') {
      byName.set(name, [...(byName.get(name) ?? []), [...dimensions]]);
    }
  }
  return [...byName].map(([name, dimensions]) => ({
    dimensions,
    metric_name_selectors: [`^${name.replaceAll('.', '[.]')}$`],
  }));
};
