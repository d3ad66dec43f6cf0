import type { Sheet } from '../region.ts';

export const apSoutheast1 = {
  id: 'ap-southeast-1',
  name: 'Singapore',
  country: 'SG',
  serves: ['SG', 'MY'],
  regulations: ['PDPA-SG', 'PDPA-MY'],
  status: 'active',
  fallback: { kind: 'static-page' },
  zones: ['ap-southeast-1a', 'ap-southeast-1b', 'ap-southeast-1c'],
  network: {
    vpc: '10.2.0.0/16',
    public: ['10.2.1.0/24', '10.2.2.0/24', '10.2.3.0/24'],
    private: ['10.2.11.0/24', '10.2.12.0/24', '10.2.13.0/24'],
    database: ['10.2.21.0/24', '10.2.22.0/24', '10.2.23.0/24'],
  },
  cluster: {
    kubernetes: '1.35',
    nodes: { instance: 'm6g.xlarge', min: 3, max: 8, diskGb: 60 },
  },
  database: {
    identifier: 'bizflow-replica-singapore',
    role: 'replica',
    writer: 'ap-south-1',
    source: 'ap-south-1',
    instance: 'db.r6g.xlarge',
    storageGb: 500,
    storageType: 'gp3',
    backupDays: 35,
    multiAz: false,
  },
  redis: {
    identifier: 'bizflow-redis-singapore',
    node: 'cache.r6g.large',
    replicas: 2,
    multiAz: true,
    tls: true,
    global: { id: 'bizflow-redis-global', role: 'secondary' },
  },
  buckets: [{ purpose: 'data', storageClass: 'INTELLIGENT_TIERING', replicatesTo: null }],
  keys: {
    database: { alias: 'bizflow/db-ap-southeast-1', scope: 'regional', rotation: 'annual' },
    storage: { alias: 'bizflow/s3-ap-southeast-1', scope: 'regional', rotation: 'annual' },
    secrets: { alias: 'bizflow/secrets', scope: 'multi-region', rotation: 'automatic' },
    application: { alias: 'bizflow/app', scope: 'multi-region', rotation: 'annual' },
  },
  dns: {
    locations: ['SG', 'MY'],
    healthCheck: {
      name: 'hc-singapore',
      path: '/health',
      intervalSeconds: 10,
      failureThreshold: 3,
      checkers: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
    },
  },
} as const satisfies Sheet;
