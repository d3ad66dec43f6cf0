import { euTerritories } from '../areas.ts';
import { euMembers } from '../countries.ts';
import type { Sheet } from '../region.ts';

export const euWest2 = {
  id: 'eu-west-2',
  name: 'UK',
  country: 'GB',
  serves: ['GB', ...euMembers, ...euTerritories],
  regulations: ['GDPR'],
  status: 'active',
  fallback: { kind: 'static-page' },
  zones: ['eu-west-2a', 'eu-west-2b', 'eu-west-2c'],
  network: {
    vpc: '10.4.0.0/16',
    public: ['10.4.1.0/24', '10.4.2.0/24', '10.4.3.0/24'],
    private: ['10.4.11.0/24', '10.4.12.0/24', '10.4.13.0/24'],
    database: ['10.4.21.0/24', '10.4.22.0/24', '10.4.23.0/24'],
  },
  cluster: {
    kubernetes: '1.35',
    nodes: { instance: 'm6g.xlarge', min: 3, max: 8, diskGb: 60 },
  },
  database: {
    identifier: 'bizflow-writer-uk',
    role: 'writer',
    writer: 'eu-west-2',
    source: null,
    instance: 'db.r6g.xlarge',
    storageGb: 200,
    storageType: 'gp3',
    backupDays: 35,
    multiAz: true,
  },
  redis: {
    identifier: 'bizflow-redis-uk',
    node: 'cache.r6g.large',
    replicas: 2,
    multiAz: true,
    tls: true,
    global: null,
  },
  buckets: [{ purpose: 'data', storageClass: 'INTELLIGENT_TIERING', replicatesTo: null }],
  keys: {
    database: { alias: 'bizflow/db-eu-west-2', scope: 'regional', rotation: 'annual' },
    storage: { alias: 'bizflow/s3-eu-west-2', scope: 'regional', rotation: 'annual' },
    secrets: { alias: 'bizflow/secrets', scope: 'multi-region', rotation: 'automatic' },
    application: { alias: 'bizflow/app', scope: 'multi-region', rotation: 'annual' },
  },
  dns: {
    locations: ['GB', 'EU'],
    healthCheck: {
      name: 'hc-uk',
      path: '/health',
      intervalSeconds: 10,
      failureThreshold: 3,
      checkers: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
    },
  },
} as const satisfies Sheet;
