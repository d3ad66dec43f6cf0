import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/**
 * Where AWS wants what has no region: CloudFront's certificates and web ACLs, the key of DNSSEC. The
 * control planes of Route 53, CloudFront and IAM stand there too, so it adds no place that can fail.
 */
export const globalRegion = 'us-east-1';

/** What an environment decides about its DNS and CloudFront. */
export interface GlobalLayer {
  /** Shield Advanced: a commitment of a year at about 3,000 USD a month (AWS Shield, "Pricing"). */
  readonly shieldAdvanced: boolean;
  /** Which secret CloudFront sends; switch only after each region's web ACL has seen the other. */
  readonly originSecret: 'blue' | 'green';
  /** Zones below this one in other accounts, with the name servers that AWS minted for them. */
  readonly delegations: Readonly<Record<string, readonly string[]>>;
}

/** Nothing is committed to, and staging's zone is delegated once its name servers are known. */
export const globalLayers = freeze({
  production: { shieldAdvanced: false, originSecret: 'blue', delegations: {} },
  staging: { shieldAdvanced: false, originSecret: 'blue', delegations: {} },
} as const satisfies Record<EnvironmentName, GlobalLayer>);
