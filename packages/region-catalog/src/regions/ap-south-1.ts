import type { Sheet } from '../region.ts';

export const apSouth1 = {
  id: 'ap-south-1',
  name: 'India',
  country: 'IN',
  serves: ['IN'],
  regulations: ['DPDP'],
  status: 'active',
  fallback: { kind: 'region', region: 'ap-southeast-1' },
  zones: ['ap-south-1a', 'ap-south-1b', 'ap-south-1c'],
  network: {
    vpc: '10.1.0.0/16',
    public: ['10.1.1.0/24', '10.1.2.0/24', '10.1.3.0/24'],
    private: ['10.1.11.0/24', '10.1.12.0/24', '10.1.13.0/24'],
    database: ['10.1.21.0/24', '10.1.22.0/24', '10.1.23.0/24'],
  },
  cluster: {
    kubernetes: '1.35',
    nodes: { instance: 'm6g.xlarge', min: 3, max: 12, diskGb: 60 },
  },
  database: {
    identifier: 'bizflow-primary',
    role: 'writer',
    writer: 'ap-south-1',
    source: null,
    instance: 'db.r6g.2xlarge',
    storageGb: 500,
    storageType: 'gp3',
    backupDays: 35,
    multiAz: true,
  },
  redis: {
    identifier: 'bizflow-redis-india',
    node: 'cache.r6g.large',
    replicas: 2,
    multiAz: true,
    tls: true,
    global: { id: 'bizflow-redis-global', role: 'primary' },
  },
  buckets: [
    { purpose: 'data', storageClass: 'INTELLIGENT_TIERING', replicatesTo: 'ap-southeast-1' },
  ],
  keys: {
    database: { alias: 'bizflow/db-ap-south-1', scope: 'regional', rotation: 'annual' },
    storage: { alias: 'bizflow/s3-ap-south-1', scope: 'regional', rotation: 'annual' },
    secrets: { alias: 'bizflow/secrets', scope: 'multi-region', rotation: 'automatic' },
    application: { alias: 'bizflow/app', scope: 'multi-region', rotation: 'annual' },
  },
  dns: {
    locations: ['IN', '*'],
    healthCheck: {
      name: 'hc-india',
      path: '/health',
      intervalSeconds: 10,
      failureThreshold: 3,
      checkers: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
    },
  },
} as const satisfies Sheet;
