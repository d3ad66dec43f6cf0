import { terraformVersions } from '@bizflow/config/foundation';
import type { Sheet } from '@bizflow/region-catalog';
import type { Part, Value } from './root-file.ts';

const { oldestVersion, awsProviderVersion } = terraformVersions;

/** Where a root's state lies and who may touch it: in its own account and region. */
export interface Home {
  readonly account: string;
  readonly region: string;
  /** The state's key: `production/eu-west-2`. */
  readonly key: string;
}

/** A root's state bucket; the account makes its name globally unique. */
export const stateBucket = ({ account, region }: Pick<Home, 'account' | 'region'>): string =>
  `bizflow-terraform-${region}-${account}`;

/** The versions of a root, and its state: encrypted, locked by S3 itself, never across a border. */
export const terraformSettings = (home: Home): Part => ({
  name: 'terraform',
  body: {
    terraform: {
      required_version: `>= ${oldestVersion}`,
      required_providers: { aws: { source: 'hashicorp/aws', version: awsProviderVersion } },
      backend: {
        s3: {
          bucket: stateBucket(home),
          key: `${home.key}.tfstate`,
          region: home.region,
          encrypt: true,
          use_lockfile: true,
        },
      },
    },
  },
});

/**
 * The laws that bind a region, as the value of a tag. A region that people have yet to move to has none, and its tag says so:
 * of an empty value the provider finds, plan after plan, that a bucket does not have it.
 */
const complianceTag = ({ regulations }: Pick<Sheet, 'regulations'>): string =>
  regulations.length === 0 ? 'none' : regulations.join(' ');

/** Tags of everything that a root makes: for cost allocation and compliance. */
export type Tags = Readonly<Record<string, string>>;

/** The tags of what is in a region. */
export const regionTags = (environment: string, region: Pick<Sheet, 'id' | 'regulations'>): Tags =>
  tags(environment, region.id, complianceTag(region), 'platform');

/** The tags of what is in none. */
export const globalTags = (environment: string, service: string): Tags =>
  tags(environment, 'global', 'none', service);

const tags = (environment: string, region: string, compliance: string, service: string): Tags => ({
  'bizflow:environment': environment,
  'bizflow:region': region,
  'bizflow:compliance': compliance,
  'bizflow:service': service,
});

/** What every root begins with: versions and state, and the provider of its one region. */
export const rootSettings = (home: Home, tags: Tags): readonly Part[] => [
  terraformSettings(home),
  { name: 'provider', body: { provider: { aws: awsProvider(home, tags) } } },
];

/** A provider that acts in one region of one account and refuses any other account's credentials. */
export const awsProvider = (
  { account, region }: Pick<Home, 'account' | 'region'>,
  tags: Tags,
): { readonly [argument: string]: Value } => ({
  region,
  allowed_account_ids: [account],
  default_tags: { tags },
});
