import { clusters } from '../src/clusters/clusters.ts';
import { type Breakage, worker } from './breakage.ts';
import { type Draft, exampleFleet } from './example-fleet.ts';
import { called } from './fleets.ts';

/** The worker under another name, with its image pinned, so that only the name can be at fault. */
const renamed = (name: string) => (draft: Draft) => {
  worker(draft).name = name;
  for (const images of Object.values(draft.lock.images)) {
    const { 'whatsapp-worker': image } = images;
    delete images['whatsapp-worker'];
    Object.assign(images, { [name]: image });
  }
};

const host = (draft: Draft) => {
  const { exposure } = called(draft, 'api');
  if (exposure === null) throw new TypeError('the API is exposed');
  return exposure;
};

/** No VPC of AWS has room for more than 65 536 addresses, so each of them is too small. */
const inProduction = clusters(exampleFleet()).filter(({ id }) => id.startsWith('production/'));

/** Breaks names, numbers and the room for pods. */
export const services: readonly Breakage[] = [
  ['a name that climbs out of its folder', renamed('../'), 'SERVICE_NAME'],
  ['a name of 300 characters', renamed('a'.repeat(300)), 'SERVICE_NAME', 'SERVICE_ROLE_NAME'],
  ['a name in upper case', renamed('Worker'), 'SERVICE_NAME'],
  [
    'a counter of two words',
    (d) => (worker(d).failures.attempts = 'messages sent_count'),
    'SERVICE_MEASURE',
  ],
  [
    'the metric of another kind of service',
    (d) => (worker(d).failures = { ...called(d, 'api').failures }),
    'SERVICE_MEASURE_FOREIGN',
  ],
  [
    'a label that the metric has not',
    (d) => (called(d, 'api').failures.failed = 'status_code=~"5.."'),
    'SERVICE_MEASURE_LABEL',
  ],
  [
    'a canary that counts its probes',
    (d) => (called(d, 'api').failures.counted = 'http_route!="/healthz"'),
    'SERVICE_MEASURE_PROBES',
  ],
  [
    'successes as failures',
    (d) => (called(d, 'api').failures.failed = 'http_response_status_code=~".*"'),
    'SERVICE_MEASURE_OUTCOME',
  ],
  [
    'failures that never come',
    (d) => (called(d, 'api').failures.failed = 'http_response_status_code=~"5."'),
    'SERVICE_MEASURE_OUTCOME',
  ],
  [
    'two statuses at once',
    (d) =>
      (called(d, 'api').failures.failed =
        'http_response_status_code=~"5..",http_response_status_code="200"'),
    'SERVICE_MEASURE',
  ],
  [
    'a pattern that RE2 refuses',
    (d) => (called(d, 'api').failures.failed = 'http_response_status_code=~"["'),
    'SERVICE_MEASURE',
  ],
  [
    'a single pod for users',
    (d) => (called(d, 'api').replicas.production.min = 1),
    'SERVICE_ALONE',
  ],
  [
    'a drain that takes all pods',
    (d) => (called(d, 'api').maxUnavailablePercent = 100),
    'SERVICE_DRAINED',
  ],
  [
    'a health path that Route 53 does not ask for',
    (d) => {
      called(d, 'api').healthPath = '/healthz';
      called(d, 'api').failures.counted = 'http_route!="/healthz"';
    },
    ...Array.from({ length: 4 }, () => 'SERVICE_HEALTH_DIFFERS'),
  ],
  [
    'a region without the bucket that a service reads',
    (d) => (d.catalog['xx-west-1'].buckets = []),
    'SERVICE_BUCKET',
  ],
  [
    'a pod that no Fargate has',
    (d) => (worker(d).resources.cpuMillicores = 17_000),
    'SERVICE_RESOURCES',
  ],
  [
    'a shutdown for which its node does not wait',
    (d) => (worker(d).shutdownSeconds = 3600),
    'SERVICE_SHUTDOWN_LONG',
  ],
  [
    'a pod that ends before the requests that it still answers',
    (d) => (called(d, 'api').shutdownSeconds = 9),
    'SERVICE_SHUTDOWN_SHORT',
  ],
  [
    'a matcher without its quote',
    (d) => (worker(d).failures.failed = 'error_type!="'),
    'SERVICE_MEASURE',
  ],
  [
    'a matcher that ends the selector',
    (d) => (worker(d).failures.counted = 'a="b"} or up{a="b"'),
    'SERVICE_MEASURE',
  ],
  ['an empty name', renamed(''), 'SERVICE_NAME'],
  ['a name that ends in a dash', renamed('worker-'), 'SERVICE_NAME'],
  ['a name that starts with a digit', renamed('2workers'), 'SERVICE_NAME'],
  ['a name with a line break', renamed('worker\n'), 'SERVICE_NAME'],
  ['one name twice', renamed('api'), 'SERVICE_NAME_TWICE'],
  ['a role name of 65 characters', renamed('a'.repeat(33)), 'SERVICE_ROLE_NAME'],
  ['a namespace of 63 characters', renamed('a'.repeat(55)), 'SERVICE_ROLE_NAME'],
  ['a namespace of 64 characters', renamed('a'.repeat(56)), 'SERVICE_NAME', 'SERVICE_ROLE_NAME'],
  ['a privileged port', (d) => (worker(d).port = 80), 'SERVICE_PORT'],
  ['a port past the last', (d) => (worker(d).port = 65_536), 'SERVICE_PORT'],
  ['a path without its slash', (d) => (worker(d).healthPath = 'health'), 'SERVICE_HEALTH_PATH'],
  ['half a millicore', (d) => (worker(d).resources.cpuMillicores = 0.5), 'SERVICE_RESOURCES'],
  ['a shutdown before its time', (d) => (worker(d).shutdownSeconds = -1), 'SERVICE_SHUTDOWN'],
  ['a shutdown that kills at once', (d) => (worker(d).shutdownSeconds = 0), 'SERVICE_SHUTDOWN'],
  ['a shutdown of no length', (d) => (worker(d).shutdownSeconds = Number.NaN), 'SERVICE_SHUTDOWN'],
  ['a blank in the path', (d) => (worker(d).healthPath = '/he alth'), 'SERVICE_HEALTH_PATH'],
  [
    'a pod that no node holds',
    (d) => (called(d, 'api').resources.memoryMi = 131_073),
    'SERVICE_RESOURCES',
  ],
  ['no CPU', (d) => (worker(d).resources.cpuMillicores = 0), 'SERVICE_RESOURCES'],
  ['no memory', (d) => (worker(d).resources.memoryMi = Number.NaN), 'SERVICE_RESOURCES'],
  ['a share of pods past all', (d) => (worker(d).maxUnavailablePercent = 101), 'SERVICE_PERCENT'],
  [
    'a host that is not a DNS label',
    (d) => Object.assign(host(d), { host: 'api.eu', certified: {} }),
    'EXPOSURE_HOST',
  ],
  [
    'a host without a certificate yet',
    (d) => (host(d).certified.staging = 'api-before'),
    'CERTIFICATE_REQUESTED',
  ],
  [
    'the service that answers the regions without a certificate',
    (d) => (host(d).certified.staging = null),
    'CERTIFICATE_MISSING',
  ],
  [
    'none that is exposed',
    (d) => (called(d, 'api').exposure = null),
    'SERVICE_MEASURE_FOREIGN',
    'EXPOSURE_REGION',
    'EXPOSURE_CDN',
  ],
  [
    'one host for two services',
    (d) =>
      Object.assign(worker(d), {
        exposure: { ...host(d), answersRegion: false, answersCdn: false },
      }),
    'SERVICE_MEASURE_FOREIGN',
    'EXPOSURE_HOST_TWICE',
    'DATABASE_CONNECTIONS',
  ],
  ['no service that answers Route 53', (d) => (host(d).answersRegion = false), 'EXPOSURE_REGION'],
  [
    'two to answer Route 53',
    (d) =>
      Object.assign(worker(d), {
        exposure: { ...host(d), host: 'w', certified: {}, answersCdn: false },
      }),
    'SERVICE_MEASURE_FOREIGN',
    'EXPOSURE_REGION',
    'DATABASE_CONNECTIONS',
  ],
  ['no service that answers CloudFront', (d) => (host(d).answersCdn = false), 'EXPOSURE_CDN'],
  [
    'two to answer CloudFront',
    (d) =>
      Object.assign(worker(d), {
        exposure: { ...host(d), host: 'w', certified: {}, answersRegion: false },
      }),
    'SERVICE_MEASURE_FOREIGN',
    'EXPOSURE_CDN',
    'DATABASE_CONNECTIONS',
  ],
  [
    'the host of CloudFront',
    (d) => Object.assign(host(d), { host: 'cdn', certified: {} }),
    'EXPOSURE_HOST_TAKEN',
  ],
  [
    'a priority that no service has any more',
    (d) => (worker(d).priority = 'bizflow-critical'),
    'PRIORITY_UNUSED',
  ],
  ['no replicas', (d) => (worker(d).replicas.staging.min = 0), 'SERVICE_REPLICAS'],
  ['half a replica', (d) => (worker(d).replicas.staging.max = 1.5), 'SERVICE_REPLICAS'],
  ['fewer at most than at least', (d) => (worker(d).replicas.staging.min = 5), 'SERVICE_REPLICAS'],
  [
    'more pods than addresses',
    (d) => (called(d, 'api').replicas.production.max = 900),
    ...inProduction.map(() => 'POD_ADDRESSES'),
    ...inProduction.map(() => 'DATABASE_CONNECTIONS'),
  ],
  [
    'pools of a release beyond what the database accepts',
    (d) => (called(d, 'api').replicas.production.max = 60),
    'DATABASE_CONNECTIONS',
  ],
  [
    'an instance of an unknown family',
    (d) => (d.catalog['xx-north-1'].database.instance = 'db.q1.xlarge'),
    'INSTANCE_UNKNOWN',
  ],
];
