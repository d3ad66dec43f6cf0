import type { Cluster, Fleet } from '@bizflow/config';
import { ofService, subjectsOf } from '../subjects.ts';
import { errorRate, limits, line } from './lines.ts';
import { type Dashboard, dashboard, graph, type Line, words } from './panel.ts';

/** "Global Overview": each region read where its numbers lie; nothing is copied across a border. */
export function globalDashboard(places: readonly Cluster[], fleet: Fleet): Dashboard {
  const [first] = places;
  if (first === undefined) return dashboard([]);
  const at = first.region.id;
  const each = (lines: (cluster: Cluster, index: number) => readonly Line[]) =>
    places.flatMap(lines);
  const requests = (cluster: Cluster, stat: string): readonly Line[] =>
    subjectsOf('public service', cluster, fleet).map(({ name }) =>
      line(cluster, 'requestDuration', ofService(name ?? ''), {
        stat,
        label: `${cluster.region.name} ${name}`,
      }),
    );
  const latency = (stat: string, ...alarms: readonly string[]) =>
    graph(
      `Latency ${stat} by region (s)`,
      at,
      each((cluster) => requests(cluster, stat)),
      limits(first, fleet, ...alarms),
    );
  return dashboard([
    [
      words(
        `# Global overview, ${first.environment.name}\nRendered: change packages/config, not this.`,
      ),
    ],
    [
      graph(
        'Request count by region',
        at,
        each((cluster) => requests(cluster, 'SampleCount')),
        [],
      ),
      graph(
        'Error rate by region (%)',
        at,
        each((cluster, index) =>
          subjectsOf('public service', cluster, fleet).flatMap(({ name }, which) =>
            errorRate(cluster, name ?? '', `${cluster.region.name} ${name}`, `${index}x${which}`),
          ),
        ),
        limits(first, fleet, 'error-rate-critical', 'error-rate-warning'),
      ),
    ],
    [latency('p50'), latency('p95', 'latency-p95'), latency('p99', 'latency-p99')],
    [
      graph(
        'Active users by region',
        at,
        each((cluster) => [
          line(cluster, 'activeUsers', {}, { stat: 'Maximum', label: cluster.region.name }),
        ]),
        [],
      ),
    ],
  ]);
}
