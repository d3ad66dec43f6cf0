import { kubernetesVersions } from '../src/kubernetes.ts';
import type { Region } from '../src/region.ts';
import type { Loose } from './loose.ts';

/** A fact sheet of the tests: of the catalog's shape, with an id that AWS gives to no Region. */
export type Place = Loose<Region>;

/** A place at `10.<octet>.0.0/16` whose people, database, cache and bucket stay at home. */
export const place = (
  id: string,
  octet: number,
  { dns: { locations, healthCheck } = dns([]), ...own }: Partial<Place>,
): Place => ({
  ...{ id, name: id, country: 'AQ', serves: [], regulations: [], status: 'active' },
  fallback: { kind: 'static-page' },
  zones: [`${id}a`, `${id}b`, `${id}c`],
  network: network(octet),
  cluster: cluster(8),
  database: database({ writer: id }),
  redis: redis(null),
  buckets: [bucket(null)],
  keys: {
    database: { alias: `example/db-${id}`, scope: 'regional', rotation: 'annual' },
    storage: { alias: `example/s3-${id}`, scope: 'regional', rotation: 'annual' },
    secrets: { alias: 'example/secrets', scope: 'multi-region', rotation: 'automatic' },
    application: { alias: 'example/app', scope: 'multi-region', rotation: 'annual' },
  },
  life: { extent: 'whole', keeps: [], copies: null, waiting: [] },
  dns: { locations, healthCheck: { ...healthCheck, name: `hc-${id}` } },
  ...own,
});

/** A VPC and its nine subnets, spread as the catalog spreads them. */
export const network = (octet: number): Place['network'] => {
  const blocks = (first: number): [string, string, string] => [
    `10.${octet}.${first}.0/24`,
    `10.${octet}.${first + 1}.0/24`,
    `10.${octet}.${first + 2}.0/24`,
  ];
  const vpc = `10.${octet}.0.0/16`;
  return { vpc, public: blocks(1), private: blocks(11), database: blocks(21) };
};

/** A cluster of the newest checked Kubernetes, with at most so many nodes. */
export const cluster = (max: number): Place['cluster'] => ({
  kubernetes: kubernetesVersions.at(-1) ?? '',
  nodes: { instance: 'm6g.xlarge', min: 3, max, diskGb: 60 },
});

/** A writer in two zones, where nothing else is said. */
export const database = (own: Partial<Place['database']>): Place['database'] => ({
  ...{ identifier: 'example-database', role: 'writer', writer: '', source: null },
  ...{ instance: 'db.r6g.xlarge', storageGb: 200, storageType: 'gp3', backupDays: 35 },
  multiAz: true,
  ...own,
});

/** A cache, standalone or in a Global Datastore. */
export const redis = (global: Place['redis']['global']): Place['redis'] => ({
  ...{ identifier: 'example-redis', node: 'cache.r6g.large', replicas: 2 },
  ...{ multiAz: true, tls: true, global },
});

/** The bucket of the data, with the region that it is copied to. */
export const bucket = (replicatesTo: string | null): Place['buckets'][number] => ({
  ...{ purpose: 'data', storageClass: 'INTELLIGENT_TIERING', replicatesTo },
});

/** The locations that are answered here, and a health check. */
export const dns = (locations: string[]): Place['dns'] => ({
  locations,
  healthCheck: {
    ...{ name: 'hc-example', path: '/health', intervalSeconds: 10, failureThreshold: 3 },
    checkers: ['us-east-1', 'us-west-1', 'eu-west-1'],
  },
});
