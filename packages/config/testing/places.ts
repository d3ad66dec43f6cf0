import { overlaps } from '@bizflow/kernel';
import type { Network } from '@bizflow/region-catalog';
import { exampleCatalog, type Loose } from '@bizflow/region-catalog/testing';
import { type Breakage, worker } from './breakage.ts';
import type { Draft } from './example-fleet.ts';
import { nth } from './fleets.ts';

const site = (draft: Draft) => {
  const { sites } = nth(draft.environments, 1);
  if (typeof sites === 'string') throw new TypeError('staging has its own sites');
  return nth(sites, 0);
};

/** A network that no region has: theirs are all in 10.0.0.0/8. */
const elsewhere = (): Loose<Network> => ({
  vpc: '192.168.0.0/16',
  public: ['192.168.1.0/24', '192.168.2.0/24', '192.168.3.0/24'],
  private: ['192.168.11.0/24', '192.168.12.0/24', '192.168.13.0/24'],
  database: ['192.168.21.0/24', '192.168.22.0/24', '192.168.23.0/24'],
});

const large = '10.0.0.0/14';
const swallowed = Object.values(exampleCatalog).filter(({ network }) =>
  overlaps(large, network.vpc),
);
const outside = Array.from({ length: 9 }, () => 'CIDR_OUTSIDE_VPC');

/** Breaks images, assigned values and sites. */
export const places: readonly Breakage[] = [
  [
    'a bucket that S3 refuses',
    (d) => {
      nth(d.catalog['xx-west-1'].buckets, 0).purpose = 'Data_Files';
    },
    'BUCKET_NAME',
  ],
  [
    'two regions of one name',
    (d) => {
      d.catalog['xx-west-1'].name = d.catalog['xx-east-1'].name;
    },
    'NAME_TWICE',
  ],
  ['a service without a digest', (d) => delete d.lock.images.staging.api, 'IMAGE_NOT_PINNED'],
  [
    'a service whose only digest is what every object inherits',
    (d) => {
      worker(d).name = 'constructor';
      for (const images of Object.values(d.lock.images)) delete images['whatsapp-worker'];
    },
    'IMAGE_NOT_PINNED',
    'IMAGE_NOT_PINNED',
  ],
  [
    'an example digest',
    (d) => Object.assign(d.lock.images.staging.api ?? {}, { placeholder: true }),
    'PLACEHOLDER_VALUE',
  ],
  [
    'a write from one region to another, without an exception or the room for it',
    (d) => {
      Object.assign(d.catalog['xx-west-1'].database, {
        role: 'replica',
        source: 'xx-north-1',
        writer: 'xx-north-1',
      });
    },
    // The write, the replica and the copies of backups.
    ...Array<string>(3).fill('RESIDENCY_CROSSING'),
    'DATABASE_CONNECTIONS',
  ],
  [
    'an example account',
    (d) => (d.assigned.accounts.staging.placeholder = true),
    'PLACEHOLDER_VALUE',
  ],
  [
    'an example workspace',
    (d) =>
      Object.assign(d.assigned.clusters['staging/xx-central-1']?.prometheusWorkspace ?? {}, {
        value: 'ws-00000000-0000-4000-8000-000000000005',
        placeholder: true,
      }),
    'PLACEHOLDER_VALUE',
  ],
  [
    'a cluster without assigned values',
    (d) => delete d.assigned.clusters['production/xx-west-1'],
    'ASSIGNED_MISSING',
  ],
  [
    'an environment of several regions without its multi-Region keys',
    (d) => delete d.assigned.keys.production,
    'ASSIGNED_MISSING',
  ],
  [
    'a Global Datastore without an id',
    (d) => delete d.assigned.datastores['example-redis-global'],
    'ASSIGNED_MISSING',
  ],
  [
    'an environment without an account',
    (d) => Reflect.deleteProperty(d.assigned.accounts, 'staging'),
    'ASSIGNED_MISSING',
  ],
  [
    'an account with an invalid id',
    (d) => (d.assigned.accounts.staging.value = '1234'),
    'ASSIGNED_FORMAT',
  ],
  [
    'an account as a bare string',
    (d) => Object.assign(d.assigned.accounts, { staging: '210987654399' }),
    'ASSIGNED_FORMAT',
  ],
  [
    'a workspace of another spelling',
    (d) =>
      Object.assign(d.assigned.clusters['staging/xx-central-1']?.prometheusWorkspace ?? {}, {
        value: 'ws-1',
      }),
    'ASSIGNED_FORMAT',
  ],
  [
    'a region twice in one environment',
    (d) => {
      const { sites } = nth(d.environments, 1);
      if (typeof sites !== 'string') sites.push({ ...site(d), network: elsewhere() });
    },
    'SITE_TWICE',
  ],
  [
    "staging in production's zone",
    (d) => (nth(d.environments, 1).zone = nth(d.environments, 0).zone),
    'ENVIRONMENT_ZONE_TWICE',
  ],
  ['a zone with a space', (d) => (nth(d.environments, 1).zone = 'BizFlow app'), 'ENVIRONMENT_ZONE'],
  [
    "staging on production's branch",
    (d) => (nth(d.environments, 1).branch = nth(d.environments, 0).branch),
    'ENVIRONMENT_BRANCH_TWICE',
  ],
  ['no branch', (d) => (nth(d.environments, 1).branch = ''), 'ENVIRONMENT_BRANCH'],
  ['a repository that is none', (d) => (d.repository = 'ftp://x y'), 'REPOSITORY_URL'],
  [
    'a user pool of another region',
    (d) =>
      Object.assign(d.assigned.clusters['staging/xx-central-1']?.userPool ?? {}, {
        value: 'xx-west-1_a1B2c3D49',
      }),
    'SIGN_ON_REGION',
  ],
  [
    'a signing key of another kind',
    (d) => (d.assigned.signing.images.value = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'),
    'ASSIGNED_FORMAT',
  ],
  [
    'one key for images and renders',
    (d) => (d.assigned.signing.renders.value = d.assigned.signing.images.value),
    'ASSIGNED_TWICE',
  ],
  [
    'a GitHub App by its name',
    (d) => (d.assigned.gitHubApp.app.value = 'bizflow-argo-cd'),
    'ASSIGNED_FORMAT',
  ],
  [
    'one account for two environments',
    (d) => (d.assigned.accounts.staging.value = d.assigned.accounts.production.value),
    'ASSIGNED_TWICE',
  ],
  [
    'a subnet where the firewall goes',
    (d) => (d.catalog['xx-west-1'].network.public[0] = '10.4.0.0/24'),
    'FIREWALL_SUBNET',
  ],
  [
    'no firewall, and no reason why',
    (d) => (d.foundations.production.networkFirewall = false),
    'FIREWALL_EXCEPTION',
  ],
  [
    'a firewall beside the reason why there is none',
    (d) => (d.foundations.staging.networkFirewall = true),
    'FIREWALL_EXCEPTION',
  ],
  [
    'more regions that write to one database than a network ACL can open it to',
    (d) => {
      d.catalog['xx-west-1'].database.writer = 'xx-central-1';
      d.catalog['xx-west-1'].database.source = 'xx-central-1';
      d.catalog['xx-west-1'].database.role = 'replica';
      d.catalog['xx-west-1'].database.storageGb = 500;
      // No two of these make one block.
      for (const id of ['xx-central-1', 'xx-east-1', 'xx-west-1'] as const) {
        const { network } = d.catalog[id];
        const apart = (tens: number) =>
          [1, 3, 5].map((ones) => network.vpc.replace('0.0/16', `${tens + ones}.0/24`));
        Object.assign(network, { private: apart(10), database: apart(20) });
      }
    },
    ...Array<string>(5).fill('RESIDENCY_CROSSING'),
    'NETWORK_ACL_RULES',
    'DATABASE_CONNECTIONS',
  ],
  [
    'a version of Kubernetes that the AMI of nodes does not exist for',
    (d) => (d.catalog['xx-west-1'].cluster.kubernetes = '1.33'),
    'KUBERNETES_VERSION',
    'NODE_IMAGE',
  ],
  ['no service at all', (d) => d.services.splice(0), 'SERVICES_EMPTY'],
  [
    'a site in an unknown region',
    (d) => (site(d).region = 'xx-south-1'),
    'SITE_REGION',
    'ASSIGNED_UNUSED',
  ],
  [
    'a site by the name of a built-in',
    (d) => (site(d).region = 'toString'),
    'SITE_REGION',
    'ASSIGNED_UNUSED',
  ],
  [
    'a site that shares addresses with a region',
    (d) => Object.assign(site(d).network, d.catalog['xx-north-1'].network),
    'CIDR_OVERLAP',
  ],
  [
    'a site that swallows a region',
    (d) => Object.assign(site(d).network, d.catalog['xx-north-1'].network, { vpc: large }),
    'CIDR_SIZE',
    ...swallowed.map(() => 'CIDR_OVERLAP'),
  ],
  [
    'a site with a public VPC',
    (d) => (site(d).network.vpc = '8.8.0.0/16'),
    'CIDR_PUBLIC',
    ...outside,
  ],
  [
    'a fault of the catalog',
    (d) => (d.catalog['xx-west-1'].country = 'UK'),
    'COUNTRY_UNKNOWN',
    'DNS_CONTINENT_UNREAD',
    'COUNTRY_UNSERVED',
    'RESIDENCY_CROSSING',
    'BASIS_ELSEWHERE',
    'PLACE_COUNTRY',
  ],
  [
    'no account for the registry',
    (d) => Reflect.deleteProperty(d.assigned.accounts, 'delivery'),
    'ASSIGNED_MISSING',
  ],
];
