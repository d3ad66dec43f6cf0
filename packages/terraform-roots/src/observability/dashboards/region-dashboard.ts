import type { Cluster, Fleet } from '@bizflow/config';
import { alarmNamesOf } from '../alarms.ts';
import { ofService, subjectsOf } from '../subjects.ts';
import { errorRate, limits, line, search } from './lines.ts';
import { type Dashboard, dashboard, graph, type Line, type Panel, states, words } from './panel.ts';
import { copyPanels, databasePanels, redisPanels } from './store-panels.ts';

/** "Per-Region": EKS health, Database Insights, Redis and ALB metrics, after what users notice. */
export const regionDashboard = (cluster: Cluster, fleet: Fleet): Dashboard =>
  dashboard([
    [
      words(
        `# ${cluster.region.name}, ${cluster.environment.name}\nRendered: change packages/config, not this.`,
      ),
    ],
    [states('Alarms', alarmArns(cluster, fleet))],
    traffic(cluster, fleet),
    eks(cluster),
    databasePanels(cluster, fleet),
    redisPanels(cluster, fleet),
    loadBalancer(cluster),
    ...copyPanels(cluster, fleet),
  ]);

const alarmArns = (cluster: Cluster, fleet: Fleet): readonly string[] =>
  alarmNamesOf(cluster, fleet).map(
    (name) =>
      `arn:aws:cloudwatch:${cluster.region.id}:${cluster.account}:alarm:${cluster.name}-${name}`,
  );

const traffic = (cluster: Cluster, fleet: Fleet): readonly Panel[] => {
  const shown = (title: string, lines: readonly Line[], ...alarms: readonly string[]): Panel =>
    graph(title, cluster.region.id, lines, limits(cluster, fleet, ...alarms));
  const requests = (service: string, stat: string, label: string): Line =>
    line(cluster, 'requestDuration', ofService(service), { stat, label });
  const { services } = fleet;
  return [
    shown(
      'Requests and messages',
      services.map(({ name }) => requests(name, 'SampleCount', name)),
    ),
    shown(
      'Error rate (%)',
      services.flatMap(({ name }, index) => errorRate(cluster, name, name, `${index}`)),
      'error-rate-critical',
      'error-rate-warning',
    ),
    shown(
      'Latency (s)',
      subjectsOf('public service', cluster, fleet).flatMap(({ name }) =>
        ['p50', 'p95', 'p99'].map((stat) => requests(name ?? '', stat, `${name} ${stat}`)),
      ),
      'latency-p99',
      'latency-p95',
    ),
    shown(
      'Processes alive',
      services.map(({ name }) =>
        line(cluster, 'up', ofService(name), { stat: 'Sum', label: name }),
      ),
      'silent',
    ),
  ];
};

const eks = (cluster: Cluster): readonly Panel[] => {
  const known = { ClusterName: cluster.name };
  return [
    graph('EKS nodes', cluster.region.id, [
      line(cluster, 'nodes', known, { stat: 'Average', label: 'nodes' }),
      line(cluster, 'failedNodes', known, { stat: 'Maximum', label: 'failed' }),
    ]),
    graph('EKS use (%)', cluster.region.id, [
      line(cluster, 'nodeCpu', known, { stat: 'Average', label: 'CPU' }),
      line(cluster, 'nodeMemory', known, { stat: 'Average', label: 'memory' }),
    ]),
    graph('Running pods', cluster.region.id, [
      line(cluster, 'pods', known, { stat: 'Average', label: 'pods' }),
    ]),
  ];
};

const loadBalancer = (cluster: Cluster): readonly Panel[] => {
  const { id } = cluster.region;
  return [
    graph('ALB requests', id, [search(cluster, 'loadBalancerRequests', 'Sum')]),
    graph('ALB time to answer, p99 (s)', id, [search(cluster, 'loadBalancerTime', 'p99')]),
    graph('ALB errors: its own and from targets', id, [
      search(cluster, 'loadBalancerErrors', 'Sum'),
      search(cluster, 'targetErrors', 'Sum'),
    ]),
  ];
};
