import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import type { AccountName, ClusterId } from '../assigned/assigned.ts';

/** The rows of the document's "Estimated Monthly Costs (Production)", in its order. */
export const costRows = freeze([
  'EKS',
  'RDS',
  'ElastiCache',
  'S3 + Transfer',
  'ALB + WAF',
  'Other',
] as const);

export type CostRow = (typeof costRows)[number];

/** What a region's price depends on: the sizes of what runs there all the time. */
export interface Sizes {
  /** vCPUs of the smallest node group, and those that all services request at their fewest pods. */
  readonly computeVcpu: number;
  /** vCPUs of the database, its standby counted too. */
  readonly databaseVcpu: number;
  readonly databaseGb: number;
  /** vCPUs of all Redis nodes. */
  readonly cacheVcpu: number;
  /** Buckets, and copies of them in another region. */
  readonly bucketCopies: number;
}

/** Prices are internal: they are not in the published catalog. */
export interface CostFacts {
  /** Dollars a month, region by region. */
  readonly monthlyUsd: Partial<Record<RegionId, Readonly<Record<CostRow, number>>>>;
  /** The sizes each region had when the table was taken over (docs/decisions/0014 for ours). */
  readonly pricedSizes: Partial<Record<RegionId, Sizes>>;
  /** The region whose row prices a place that the table does not know. */
  readonly reference: RegionId;
  readonly commitments: readonly Commitment[];
  /** Dollars a month of each cluster's budget; a place that is missing here gets the reference's. */
  readonly budgetsUsd: Partial<Record<ClusterId, number>>;
  /** Dollars a month of each account's budget, over everything in it, with or without a tag. */
  readonly accountsUsd: Readonly<Record<AccountName, number>>;
}

/** The document's "Reserved Capacity": a promise to AWS, and what it saves. */
export interface Commitment {
  readonly row: CostRow;
  readonly kind: string;
  readonly years: 1 | 3;
  readonly savesPercent: number;
}

const xlarge = { computeVcpu: 15.5, databaseVcpu: 8, databaseGb: 200, cacheVcpu: 6 };

/** The document's two cost tables; the table is read as the price before any commitment. */
export const cost = freeze({
  monthlyUsd: {
    'ap-south-1': usd(1500, 1200, 400, 300, 400, 300),
    'ap-southeast-1': usd(800, 600, 200, 150, 200, 150),
    'me-south-1': usd(600, 600, 200, 100, 200, 150),
    'eu-west-2': usd(800, 600, 200, 150, 200, 150),
  },
  pricedSizes: {
    'ap-south-1': { ...xlarge, databaseVcpu: 16, databaseGb: 500, bucketCopies: 2 },
    'ap-southeast-1': { ...xlarge, databaseVcpu: 4, databaseGb: 500, bucketCopies: 1 },
    'me-south-1': { ...xlarge, bucketCopies: 1 },
    'eu-west-2': { ...xlarge, bucketCopies: 1 },
  },
  // The plainest of the four: no hub, no replica, and the price of most.
  reference: 'eu-west-2',
  commitments: [
    { row: 'EKS', kind: 'Savings Plan', years: 3, savesPercent: 50 },
    { row: 'RDS', kind: 'Partial Upfront', years: 3, savesPercent: 55 },
    { row: 'ElastiCache', kind: 'Reserved', years: 1, savesPercent: 35 },
  ],
  // The estimate of what is rendered, and about 15 % for what is billed by use (docs/decisions/0066).
  budgetsUsd: {
    'production/ap-south-1': 5200,
    'production/ap-southeast-1': 3700,
    'production/me-south-1': 4000,
    'production/eu-west-2': 3900,
    'staging/ap-south-1': 3900,
  },
  // The budgets of an account's regions and what is outside them; what delivery costs are builds and images.
  accountsUsd: { production: 17_000, staging: 4000, delivery: 100 },
} as const satisfies CostFacts);

/** A column of the document's table, in the order of its rows. */
function usd(eks: number, rds: number, redis: number, s3: number, alb: number, other: number) {
  return {
    EKS: eks,
    RDS: rds,
    ElastiCache: redis,
    'S3 + Transfer': s3,
    'ALB + WAF': alb,
    Other: other,
  } satisfies Record<CostRow, number>;
}
