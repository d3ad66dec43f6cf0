import type { AwsRegion } from '@bizflow/config/aws';
import { freeze } from '@bizflow/kernel';
import type { Cidr, PerZone, Sheet } from '@bizflow/region-catalog';
import { listed } from '../listed.ts';

/** What a person says of a new region; the rest follows the document's pattern. */
export interface RegionOptions {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly serves: string;
  readonly regulations?: string;
  readonly octet: number;
}

/**
 * A fact sheet after the document's pattern, in the first three of the region's zones: its own writer without replicas, the nine
 * subnets of "CIDR Allocation", and a static page when it is down. What a person typed is checked
 * by the catalog's own rules, so it is taken here as it is.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a fact sheet is read as a whole, field by field
export const newRegion = (
  { id, name, country, serves, regulations, octet }: RegionOptions,
  known: AwsRegion | undefined,
): Sheet =>
  freeze({
    id,
    name,
    country,
    serves: listed(serves),
    regulations: listed(regulations),
    status: 'active',
    fallback: { kind: 'static-page' },
    // Where AWS has none, or too few, the rules say so.
    zones: [...new Set([...(known?.zones ?? ''), ...'abc'])]
      .slice(0, 3)
      .map((letter) => `${id}${letter}`),
    network: {
      vpc: `10.${octet}.0.0/16`,
      public: tier(octet, 1),
      private: tier(octet, 11),
      database: tier(octet, 21),
    },
    cluster: {
      kubernetes: '1.35',
      nodes: { instance: 'm6g.xlarge', min: 3, max: 6, diskGb: 60 },
    },
    database: {
      identifier: `bizflow-writer-${id}`,
      role: 'writer',
      writer: id,
      source: null,
      instance: 'db.r6g.xlarge',
      storageGb: 200,
      storageType: 'gp3',
      backupDays: 35,
      multiAz: true,
    },
    redis: {
      identifier: `bizflow-redis-${id}`,
      node: 'cache.r6g.large',
      replicas: 2,
      multiAz: true,
      tls: true,
      global: null,
    },
    buckets: [{ purpose: 'data', storageClass: 'INTELLIGENT_TIERING', replicatesTo: null }],
    keys: {
      database: { alias: `bizflow/db-${id}`, scope: 'regional', rotation: 'annual' },
      storage: { alias: `bizflow/s3-${id}`, scope: 'regional', rotation: 'annual' },
      secrets: { alias: 'bizflow/secrets', scope: 'multi-region', rotation: 'automatic' },
      application: { alias: 'bizflow/app', scope: 'multi-region', rotation: 'annual' },
    },
    dns: {
      locations: listed(serves),
      healthCheck: {
        name: `hc-${id}`,
        path: '/health',
        intervalSeconds: 10,
        failureThreshold: 3,
        checkers: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
      },
    },
  } as unknown as Sheet);

const tier = (octet: number, first: number): PerZone<Cidr> => [
  `10.${octet}.${first}.0/24`,
  `10.${octet}.${first + 1}.0/24`,
  `10.${octet}.${first + 2}.0/24`,
];
