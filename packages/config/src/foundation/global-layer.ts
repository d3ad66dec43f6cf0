import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/**
 * The region that AWS requires for CloudFront's certificates and web ACLs and for the DNSSEC key. The
 * control planes of Route 53, CloudFront and IAM are there too, so it adds no further dependency.
 */
export const globalRegion = 'us-east-1';

/** What an environment decides about its DNS and CloudFront. */
export interface GlobalLayer {
  /** Shield Advanced: a commitment of one year at about 3,000 USD a month (AWS Shield, "Pricing"). */
  readonly shieldAdvanced: boolean;
  /** Which secret CloudFront sends; switch only after each region's web ACL has seen the other. */
  readonly originSecret: 'blue' | 'green';
  /** Zones below this one in other accounts, with the name servers that AWS assigned to them. */
  readonly delegations: Readonly<Record<string, readonly string[]>>;
}

/** No commitments; staging's zone is delegated when its name servers are known. */
export const globalLayers = freeze({
  production: { shieldAdvanced: false, originSecret: 'blue', delegations: {} },
  staging: { shieldAdvanced: false, originSecret: 'blue', delegations: {} },
} as const satisfies Record<EnvironmentName, GlobalLayer>);
