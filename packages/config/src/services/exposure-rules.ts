import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { certificateRules, type Exposed } from './certificate-rules.ts';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Below a zone, `cdn` is CloudFront's and `alb` contains the names of the regions. */
const taken = ['alb', 'cdn'];

/** Public hosts are labels that no two services share; one answers for the region, one for cdn, in each environment. */
export const exposureRules = ({
  services,
  environments,
}: Pick<Fleet, 'services' | 'environments'>): readonly Problem[] => {
  const exposed = services.flatMap(({ name, exposure: own }) =>
    own === null ? [] : [{ name, at: `services.${name}.exposure`, ...own }],
  );
  return [
    ...hosts(exposed),
    ...exposed.flatMap((own) => certificateRules(own, environments)),
    // A fleet without services is a problem of its own.
    ...(services.length === 0 ? [] : answers.flatMap((one) => answering(exposed, one))),
  ];
};

/** What exactly one service answers. */
interface Answer {
  readonly field: 'answersRegion' | 'answersCdn';
  readonly code: string;
  readonly because: string;
}

const answers: readonly Answer[] = [
  {
    field: 'answersRegion',
    code: 'EXPOSURE_REGION',
    because: 'Route 53 checks one name per region, so exactly one service must answer it',
  },
  {
    field: 'answersCdn',
    code: 'EXPOSURE_CDN',
    because: 'CloudFront has one origin per region, so exactly one service must answer it',
  },
];

const answering = (
  exposed: readonly Exposed[],
  { field, code, because }: Answer,
): readonly Problem[] => {
  const [first, second] = exposed.filter((own) => own[field]);
  if (first !== undefined && second === undefined) return [];
  const at = (second ?? exposed[0])?.at;
  return [
    problem({
      code,
      at: at === undefined ? 'services' : `${at}.${field}`,
      value: at === undefined ? '0 exposed services' : second !== undefined,
      reason: `${because}: ${first === undefined ? 'none' : first.name} does`,
      remedy:
        first === undefined
          ? `set ${field}: true in the exposure of the service that is to answer it`
          : `set ${field}: false here, or in services.${first.name}.exposure`,
    }),
  ];
};

/** Every host that has a certificate, or is to have one. */
const hostsOf = ({ host, certified }: Exposed): readonly (string | null)[] => [
  host,
  ...Object.values(certified),
];

const hosts = (exposed: readonly Exposed[]): readonly Problem[] =>
  exposed.flatMap(({ at, host }, index) => [
    ...unless(label.test(host), {
      code: 'EXPOSURE_HOST',
      at: `${at}.host`,
      value: host,
      reason: 'is not a DNS label (RFC 1123)',
      remedy: 'use lower-case letters, digits and dashes',
    }),
    ...unless(!taken.includes(host), {
      code: 'EXPOSURE_HOST_TAKEN',
      at: `${at}.host`,
      value: host,
      reason: 'is reserved for the platform',
      remedy: `use a name other than ${taken.join(', ')}`,
    }),
    ...unless(exposed.findIndex((other) => hostsOf(other).includes(host)) === index, {
      code: 'EXPOSURE_HOST_TWICE',
      at: `${at}.host`,
      value: host,
      reason: 'is already the host of another service',
      remedy: 'give each exposed service its own host',
    }),
  ]);
