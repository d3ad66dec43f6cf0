import { freeze, type RegionId } from '@bizflow/region-catalog';
import type { EnvironmentName } from './environments.ts';

/** What the document leaves open of the ground that an environment's clusters stand on. */
export interface Foundation {
  /** Holds what exists once: primaries of multi-Region keys and the Transit Gateway's hub. */
  readonly hub: RegionId;
  /** A NAT gateway per zone, as the document draws it, or one for all zones. */
  readonly natGateways: 'per-zone' | 'single';
  /** Whether AWS Network Firewall stands between the Internet and the public subnets. */
  readonly networkFirewall: boolean;
  /** How long CloudWatch keeps logs of the platform and the network. */
  readonly logRetentionDays: 30 | 90 | 365;
  /** Whether a database or bucket refuses to be deleted. */
  readonly deletionProtection: boolean;
}

/** Production as "VPC Design" and "Defense in Depth" have it; staging without what only scale needs. */
export const foundations = freeze({
  production: {
    hub: 'ap-south-1',
    natGateways: 'per-zone',
    networkFirewall: true,
    logRetentionDays: 365,
    deletionProtection: true,
  },
  staging: {
    hub: 'ap-south-1',
    natGateways: 'single',
    networkFirewall: false,
    logRetentionDays: 30,
    deletionProtection: false,
  },
} as const satisfies Record<EnvironmentName, Foundation>);

/** "VPC Endpoints: S3, Secrets Manager, CloudWatch, ECR, STS"; S3's is a gateway and stands apart. */
export const interfaceEndpoints = freeze([
  'ecr.api',
  'ecr.dkr',
  'logs',
  'monitoring',
  'secretsmanager',
  'sts',
]);
