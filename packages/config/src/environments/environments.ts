import { freeze } from '@bizflow/kernel';
import { domain, type Network, type RegionId } from '@bizflow/region-catalog';
import { type CanaryPolicy, gradual, immediate } from '../release/canary.ts';

export type EnvironmentName = 'production' | 'staging';

/** A cluster in a region, but not in the VPC of the region's fact sheet. */
export interface Site {
  readonly region: RegionId;
  readonly network: Network;
}

/** One stage of the document's pipeline: a branch, its clusters and how releases reach them. */
export interface Environment {
  readonly name: EnvironmentName;
  /** The branch whose `gitops/` Argo CD pulls ("Pipeline Stages": main and develop). */
  readonly branch: 'main' | 'develop';
  /** Whether a release waits for a person before its first user ("Manual approval gate"). */
  readonly approval: boolean;
  /** Whether CloudFront serves `cdn.<zone>`; staging tests releases, not caches. */
  readonly cdn: boolean;
  /** The DNS zone of its public names. */
  readonly zone: string;
  /** One cluster per region of the catalog, in the region's VPC, or its own list. */
  readonly sites: 'catalog' | readonly [Site, ...Site[]];
  readonly canary: CanaryPolicy;
}

/** The two environments of the document. */
export const environments = freeze({
  production: {
    name: 'production',
    branch: 'main',
    approval: true,
    cdn: true,
    zone: domain,
    sites: 'catalog',
    canary: gradual,
  },
  staging: {
    name: 'staging',
    branch: 'develop',
    approval: false,
    cdn: false,
    zone: `staging.${domain}`,
    sites: [
      {
        region: 'ap-south-1',
        network: {
          vpc: '10.101.0.0/16',
          public: ['10.101.1.0/24', '10.101.2.0/24', '10.101.3.0/24'],
          private: ['10.101.11.0/24', '10.101.12.0/24', '10.101.13.0/24'],
          database: ['10.101.21.0/24', '10.101.22.0/24', '10.101.23.0/24'],
        },
      },
    ],
    canary: immediate,
  },
} as const satisfies Record<EnvironmentName, Environment>);
