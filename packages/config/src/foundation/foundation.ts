import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import type { EnvironmentName } from '../environments/environments.ts';

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
  /** Whether a database refuses to be deleted, and leaves a last snapshot. */
  readonly deletionProtection: boolean;
  /** Database Insights: `advanced` keeps 15 months, `standard` a week (RDS user guide). */
  readonly databaseInsights: 'advanced' | 'standard';
  /** Raise it to mint new passwords of the databases and of Redis. */
  readonly credentialsVersion: number;
  /**
   * Whether its clusters have synced once. What Terraform adds to resources that gitops/ makes, the
   * logs of the clusters' own web ACLs, can only follow them.
   */
  readonly clustersSynced: boolean;
}

/** Production as "VPC Design" and "Defense in Depth" have it; staging without what only scale needs. */
export const foundations = freeze({
  production: {
    hub: 'ap-south-1',
    natGateways: 'per-zone',
    networkFirewall: true,
    logRetentionDays: 365,
    deletionProtection: true,
    databaseInsights: 'advanced',
    credentialsVersion: 1,
    clustersSynced: false,
  },
  staging: {
    hub: 'ap-south-1',
    natGateways: 'single',
    networkFirewall: false,
    logRetentionDays: 30,
    deletionProtection: false,
    databaseInsights: 'standard',
    credentialsVersion: 1,
    clustersSynced: false,
  },
} as const satisfies Record<EnvironmentName, Foundation>);
