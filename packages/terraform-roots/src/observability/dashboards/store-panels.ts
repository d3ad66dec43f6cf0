import type { Cluster, Fleet } from '@bizflow/config';
import { redisNodes } from '@bizflow/config/names';
import { subjectsOf } from '../subjects.ts';
import { limits, line } from './lines.ts';
import { graph, type Line, type Panel } from './panel.ts';

/** The region's database, and how far behind it is where it is a replica. */
export const databasePanels = (cluster: Cluster, fleet: Fleet): readonly Panel[] => {
  const { id, database: facts } = cluster.region;
  const known = { DBInstanceIdentifier: facts.identifier };
  const replica = subjectsOf('replica', cluster, fleet).length > 0;
  return [
    graph(
      'Database CPU (%)',
      id,
      [line(cluster, 'databaseCpu', known, { stat: 'Average', label: facts.identifier })],
      limits(cluster, fleet, 'database-cpu'),
    ),
    graph('Database Insights: load (sessions)', id, [
      line(cluster, 'databaseLoad', known, { stat: 'Average', label: 'all' }),
      line(cluster, 'databaseLoadCpu', known, { stat: 'Average', label: 'on CPU' }),
      line(cluster, 'databaseLoadWaits', known, { stat: 'Average', label: 'waiting' }),
    ]),
    graph('Database connections', id, [
      line(cluster, 'databaseConnections', known, { stat: 'Maximum', label: 'connections' }),
    ]),
    replica ? lag(cluster, fleet) : freeStorage(cluster),
  ];
};

const lag = (cluster: Cluster, fleet: Fleet): Panel => {
  const { id, database } = cluster.region;
  const known = { DBInstanceIdentifier: database.identifier };
  return graph(
    'Replica lag (s)',
    id,
    [line(cluster, 'replicaLag', known, { stat: 'Maximum', label: database.identifier })],
    limits(cluster, fleet, 'replica-lag'),
  );
};

const freeStorage = (cluster: Cluster): Panel => {
  const { id, database } = cluster.region;
  const known = { DBInstanceIdentifier: database.identifier };
  return graph('Database free storage', id, [
    line(cluster, 'databaseFreeStorage', known, { stat: 'Minimum', label: 'bytes' }),
  ]);
};

/** Each node of the region's Redis. */
export const redisPanels = (cluster: Cluster, fleet: Fleet): readonly Panel[] => {
  const nodes = (key: Parameters<typeof line>[1], stat: string): readonly Line[] =>
    redisNodes(cluster.region.redis).map((node) =>
      line(cluster, key, { CacheClusterId: node }, { stat, label: node }),
    );
  const { id } = cluster.region;
  return [
    graph(
      'Redis memory (%)',
      id,
      nodes('redisMemory', 'Maximum'),
      limits(cluster, fleet, 'redis-memory'),
    ),
    graph('Redis CPU (%)', id, nodes('redisCpu', 'Average')),
    graph('Redis connections', id, nodes('redisConnections', 'Maximum')),
    graph('Redis evictions', id, nodes('redisEvictions', 'Sum')),
  ];
};

/** Replication metrics, where the region is a standby. */
export const copyPanels = (cluster: Cluster, fleet: Fleet): readonly (readonly Panel[])[] => {
  const lines = subjectsOf('bucket copy', cluster, fleet).flatMap(({ name, known }) =>
    known.map((values) =>
      line(cluster, 'replicationLatency', values, { stat: 'Maximum', label: `from ${name}` }),
    ),
  );
  return lines.length === 0
    ? []
    : [
        [
          graph(
            'Bucket copy behind (s)',
            cluster.region.id,
            lines,
            limits(cluster, fleet, 'replication-latency'),
          ),
        ],
      ];
};
