import type { Sheet } from '../region.ts';

export const meSouth1 = {
  id: 'me-south-1',
  name: 'UAE',
  country: 'BH', // Bahrain: the document says UAE, see docs/decisions/0006
  serves: ['AE'],
  regulations: ['UAE-PDPL'],
  status: 'impaired', // AWS: unable to support workloads since March 2026, see docs/decisions/0006
  fallback: { kind: 'static-page' },
  zones: ['me-south-1a', 'me-south-1b', 'me-south-1c'],
  network: {
    vpc: '10.3.0.0/16',
    public: ['10.3.1.0/24', '10.3.2.0/24', '10.3.3.0/24'],
    private: ['10.3.11.0/24', '10.3.12.0/24', '10.3.13.0/24'],
    database: ['10.3.21.0/24', '10.3.22.0/24', '10.3.23.0/24'],
  },
  cluster: {
    kubernetes: '1.35',
    nodes: { instance: 'm6g.xlarge', min: 3, max: 6, diskGb: 60 },
  },
  database: {
    identifier: 'bizflow-writer-uae',
    role: 'writer',
    writer: 'me-south-1',
    source: null,
    instance: 'db.r6g.xlarge',
    storageGb: 200,
    storageType: 'gp3',
    backupDays: 35,
    multiAz: true,
  },
  redis: {
    identifier: 'bizflow-redis-uae',
    node: 'cache.r6g.large',
    replicas: 2,
    multiAz: true,
    tls: true,
    global: null,
  },
  buckets: [{ purpose: 'data', storageClass: 'INTELLIGENT_TIERING', replicatesTo: null }],
  keys: {
    database: { alias: 'bizflow/db-me-south-1', scope: 'regional', rotation: 'annual' },
    storage: { alias: 'bizflow/s3-me-south-1', scope: 'regional', rotation: 'annual' },
    secrets: { alias: 'bizflow/secrets', scope: 'multi-region', rotation: 'automatic' },
    application: { alias: 'bizflow/app', scope: 'multi-region', rotation: 'annual' },
  },
  dns: {
    locations: ['AE'],
    healthCheck: {
      name: 'hc-uae',
      path: '/health',
      intervalSeconds: 10,
      failureThreshold: 3,
      checkers: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
    },
  },
} as const satisfies Sheet;
