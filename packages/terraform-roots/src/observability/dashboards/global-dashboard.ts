import type { Cluster, Fleet } from '@bizflow/config';
import { ofService, subjectsOf } from '../subjects.ts';
import { errorRate, limits, line } from './lines.ts';
import { type Dashboard, dashboard, graph, type Line, type Panel, words } from './panel.ts';

/** "Global Overview": each region read where its numbers lie; nothing is copied across a border. */
export function globalDashboard(places: readonly Cluster[], fleet: Fleet): Dashboard {
  const [first] = places;
  if (first === undefined) return dashboard([]);
  const shown = (title: string, lines: readonly Line[], ...alarms: readonly string[]): Panel =>
    graph(title, first.region.id, lines, limits(first, fleet, ...alarms));
  const latency = (stat: string, ...alarms: readonly string[]): Panel =>
    shown(`Latency ${stat} by region (s)`, requests(places, fleet, stat), ...alarms);
  return dashboard([
    [
      words(
        `# Global overview, ${first.environment.name}\nRendered: change packages/config, not this.`,
      ),
    ],
    [
      shown('Request count by region', requests(places, fleet, 'SampleCount')),
      shown(
        'Error rate by region (%)',
        errors(places, fleet),
        'error-rate-critical',
        'error-rate-warning',
      ),
    ],
    [latency('p50'), latency('p95', 'latency-p95'), latency('p99', 'latency-p99')],
    [shown('Active users by region', places.map(activeUsers))],
  ]);
}

const requests = (places: readonly Cluster[], fleet: Fleet, stat: string): readonly Line[] =>
  places.flatMap((cluster) =>
    subjectsOf('public service', cluster, fleet).map(({ name }) =>
      line(cluster, 'requestDuration', ofService(name ?? ''), {
        stat,
        label: `${cluster.region.name} ${name}`,
      }),
    ),
  );

const errors = (places: readonly Cluster[], fleet: Fleet): readonly Line[] =>
  places.flatMap((cluster, index) =>
    subjectsOf('public service', cluster, fleet).flatMap(({ name }, which) =>
      errorRate(cluster, name ?? '', `${cluster.region.name} ${name}`, `${index}x${which}`),
    ),
  );

const activeUsers = (cluster: Cluster): Line =>
  line(cluster, 'activeUsers', {}, { stat: 'Maximum', label: cluster.region.name });
