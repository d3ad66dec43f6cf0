import { readFileSync } from 'node:fs';
import { type Fleet, fleet, type PinnedImage, type Service } from '@bizflow/config';
import {
  type Catalog,
  type CountryCode,
  catalog,
  type Network,
  type Region,
  type ResidencyException,
  regulations,
} from '@bizflow/region-catalog';
import { withoutKeys } from './without-keys.ts';

/** A sound fleet of any size, with the shape of the real one: what the benchmark renders. */
export function syntheticFleet(regionCount: number, serviceCount: number): Fleet {
  const regions = Array.from({ length: regionCount }, (_, index) => region(index));
  const services = Array.from({ length: serviceCount }, (_, index) => service(index));
  const pinned = Object.fromEntries(services.map(({ name }) => [name, image]));
  const real = fleet(
    { apiVersion: 'images.bizflow.app/v1', images: { production: {}, staging: {} } },
    // The bench starts at the root; its bundle lies elsewhere.
    JSON.parse(readFileSync('charts.lock.json', 'utf8')),
  );
  const [production, ...others] = real.environments;
  return withoutKeys(
    others.map(({ name }) => name),
    {
      ...real,
      catalog: Object.fromEntries(regions.map((one) => [one.id, one])) as unknown as Catalog,
      aws: {
        ...real.aws,
        regions: {
          ...real.aws.regions,
          ...Object.fromEntries(regions.map(({ id, country }) => [id, offered(country)])),
        },
      },
      exceptions: regions.slice(0, 1).map(({ id }) => atHome(id)),
      failedOver: [],
      environments: production ? [production] : [],
      services,
      // What the real API carries, the first service carries here.
      tenancy: { ...real.tenancy, service: services[0]?.name ?? '' },
      assigned: {
        accounts: real.assigned.accounts,
        keys: regionCount > 1 ? real.assigned.keys : {},
        datastores: {},
        signing: real.assigned.signing,
        gitHubApp: real.assigned.gitHubApp,
        clusters: Object.fromEntries(
          regions.map(({ id }, index) => [`production/${id}`, assigned(id, index)]),
        ),
      },
      cost: priced(real.cost, regions),
      promotions: [],
      lock: {
        apiVersion: 'images.bizflow.app/v1',
        images: { production: pinned, staging: pinned },
      },
    },
  );
}

const image: PinnedImage = {
  tag: '1.0.0',
  digest: `sha256:${'0'.repeat(64)}`,
  architectures: ['arm64'],
  pushedAt: null,
  placeholder: false,
};

// Spelled as AWS spells it, another one for each region.
const assigned = (id: string, index: number) => ({
  prometheusWorkspace: {
    value: `ws-1234abcd-12ab-34cd-56ef-${String(index).padStart(12, '0')}`,
    placeholder: false,
  },
  fargateSecurityGroup: { value: `sg-${String(index).padStart(17, 'a')}`, placeholder: false },
  userPool: { value: `${id}_${String(index).padStart(9, 'a')}`, placeholder: false },
  signOnClient: { value: String(index).padStart(26, 'a'), placeholder: false },
});

const offered = (country: Region['country']) => ({
  ...{ country, optIn: false, zones: 'abc', families: { abc: 'c6g m6g r6g' } },
});

// The first region takes everyone whom a law protects, so that no answer is lost.
const everyone = [
  ...new Set(
    Object.values(regulations).flatMap(({ protects }): readonly CountryCode[] => protects),
  ),
].toSorted();

const atHome = (id: Region['id']): ResidencyException => ({
  ...{ flow: 'rest', from: id, to: id, subjects: everyone.filter((one) => one !== 'GB') },
  ...{ basis: 'an example, art. 1', decision: 'docs/decisions/0008-singapore-writes-to-india.md' },
});

/** The prices of the reference, for every region. */
const priced = (cost: Fleet['cost'], regions: readonly Region[]): Fleet['cost'] => {
  const all = <T>(one: T) => Object.fromEntries(regions.map(({ id }) => [id, one]));
  const reference = regions[0]?.id ?? cost.reference;
  return {
    ...{ ...cost, reference },
    monthlyUsd: all(cost.monthlyUsd[cost.reference]),
    pricedSizes: all(cost.pricedSizes[cost.reference]),
    budgetsUsd: { [`production/${reference}`]: 9000 },
  } as Fleet['cost'];
};

const directions = ['north', 'south', 'east', 'west', 'central'];
const continents = ['af', 'ap', 'ca', 'eu', 'me', 'sa', 'us'];

// No copy crosses a border with it. The tests' own tools would read files of the repository, and are
// not what is measured.
const keepsAllAtHome = ({ database, redis, fallback, buckets }: Region): boolean =>
  database.role === 'writer' &&
  redis.global === null &&
  fallback.kind === 'static-page' &&
  buckets.every(({ replicatesTo }) => replicatesTo === null);

const region = (index: number): Region => {
  const base = Object.values<Region>(catalog).find(keepsAllAtHome);
  if (base === undefined)
    throw new RangeError('every region of the fleet sends data to another region');
  const continent = continents[index % continents.length];
  const direction = directions[Math.floor(index / continents.length)];
  const id = `${continent}-${direction}-9` as Region['id'];
  const country = (index === 0 ? 'GB' : Object.keys(names)[index]) as Region['country'];
  return {
    ...base,
    id,
    name: id,
    regulations: index === 0 ? (Object.keys(regulations) as Region['regulations']) : [],
    country,
    serves: index === 0 ? everyone : [country],
    zones: [`${id}a`, `${id}b`, `${id}c`],
    // Room for a release of every service at once.
    cluster: { ...base.cluster, nodes: { ...base.cluster.nodes, max: 100 } },
    network: network(index + 1),
    database: { ...base.database, writer: id },
    keys: {
      ...base.keys,
      database: { ...base.keys.database, alias: `bizflow/db-${id}` },
      storage: { ...base.keys.storage, alias: `bizflow/s3-${id}` },
    },
    dns: {
      locations: index === 0 ? ['*', 'EU'] : [country],
      healthCheck: { ...base.dns.healthCheck, name: `hc-${id}` },
    },
  };
};

// Countries that no law of the catalog protects, so that no border is crossed.
const names = Object.fromEntries(
  'AD AF AG AL AM AO AR AU AZ BA BB BD BF BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL'
    .split(' ')
    .map((code) => [code, code]),
);

// The first blocks are the network firewall's.
const network = (octet: number): Network => {
  const tier = (start: number) =>
    [0, 1, 2].map(
      (zone) => `10.${octet}.${start + zone * 16}.0/20`,
    ) as unknown as Network['private'];
  return { vpc: `10.${octet}.0.0/16`, public: tier(16), private: tier(64), database: tier(112) };
};

// So many pools of connections fit into one database.
const databaseClients = 10;

const service = (index: number): Service => ({
  name: `service-${index}`,
  port: 3000,
  healthPath: '/health',
  compute: { kind: 'karpenter', architecture: 'arm64' },
  exposure: {
    host: `service-${index}`,
    certified: { production: `service-${index}`, staging: `service-${index}` },
    answersRegion: index === 0,
    answersCdn: index === 0,
  },
  priority: index === 0 ? 'bizflow-critical' : 'bizflow-standard',
  resources: { cpuMillicores: 500, memoryMi: 512 },
  replicas: { production: { min: 2, max: 6 }, staging: { min: 1, max: 2 } },
  targetCpuPercent: 65,
  maxUnavailablePercent: 20,
  shutdownSeconds: 60,
  reaches: [...(index < databaseClients ? (['database'] as const) : []), 'redis', 'internet'],
  variables: [
    'NODE_ENV',
    'AWS_REGION',
    ...(index < databaseClients ? (['DATABASE_URL'] as const) : []),
    'REDIS_URL',
    'LOG_LEVEL',
  ],
  failures: {
    attempts: 'http_server_request_duration_seconds_count',
    counted: 'http_route!="/health"',
    failed: 'http_response_status_code=~"5.."',
  },
});
