import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import type { EnvironmentName } from '../environments/environments.ts';
import type { LoginPasswords } from '../secrets/login-passwords.ts';
import { nothingOptional, type OptionalParts } from './optional-parts.ts';

/** Infrastructure settings that the document does not specify, for each environment. */
export interface Foundation extends OptionalParts {
  /** The region of what exists once: primary multi-Region keys and the hub Transit Gateway. */
  readonly hub: RegionId;
  /** A NAT gateway per zone, as the document draws it, or one for all zones. */
  readonly natGateways: 'per-zone' | 'single';
  /** How long CloudWatch keeps logs of the platform and the network. */
  readonly logRetentionDays: 30 | 90 | 365;
  /** Whether a database has deletion protection and leaves a final snapshot. */
  readonly deletionProtection: boolean;
  /** Database Insights: `advanced` keeps 15 months, `standard` a week (RDS user guide). */
  readonly databaseInsights: 'advanced' | 'standard';
  /** Raise it to generate a new password of the master user, and a new token of Redis. */
  readonly credentialsVersion: number;
  /** Raise `used` to change to the other login, and then `drawn` to end the former one (decision 0060). */
  readonly loginPasswords: LoginPasswords;
  /**
   * Whether its clusters have synced once. Terraform adds the logging of the clusters' web ACLs, which
   * gitops/ creates, so it must come after the first sync.
   */
  readonly clustersSynced: boolean;
}

/** Production as in "VPC Design" and "Defense in Depth"; staging without what only production load needs. */
export const foundations = freeze({
  production: {
    ...nothingOptional,
    hub: 'ap-south-1',
    natGateways: 'per-zone',
    networkFirewall: true,
    logRetentionDays: 365,
    deletionProtection: true,
    databaseInsights: 'advanced',
    credentialsVersion: 1,
    loginPasswords: { drawn: 2, used: 1 },
    clustersSynced: false,
  },
  staging: {
    ...nothingOptional,
    hub: 'ap-south-1',
    natGateways: 'single',
    logRetentionDays: 30,
    deletionProtection: false,
    databaseInsights: 'standard',
    credentialsVersion: 1,
    loginPasswords: { drawn: 2, used: 1 },
    clustersSynced: false,
  },
} as const satisfies Record<EnvironmentName, Foundation>);
