import { counted, type Problem, unless, warning } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Exposure } from './service.ts';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Below a zone, `cdn` is CloudFront's and `alb` contains the names of the regions. */
const taken = ['alb', 'cdn'];

/** Public hosts are labels that no two services share; one answers for the region, one for cdn. */
export const exposureRules = ({ services }: Fleet): readonly Problem[] => {
  const exposed = services.flatMap(({ name, exposure: own }) =>
    own === null ? [] : [{ at: `services.${name}.exposure`, ...own }],
  );
  const only = (field: 'answersRegion' | 'answersCdn', code: string, reason: string) => {
    const answering = exposed.filter((own) => own[field]);
    return unless(exposed.length === 0 || answering.length === 1, {
      code,
      at: `services.exposure.${field}`,
      value: counted(answering.length, 'service'),
      reason,
      remedy: `set ${field} on one exposed service`,
    });
  };
  return [
    ...hosts(exposed),
    ...exposed.flatMap(uncertified),
    ...only(
      'answersRegion',
      'EXPOSURE_REGION',
      'Route 53 checks one name per region, so exactly one service must answer it',
    ),
    ...only(
      'answersCdn',
      'EXPOSURE_CDN',
      'CloudFront has one origin per region, so exactly one service must answer it',
    ),
  ];
};

interface Exposed extends Pick<Exposure, 'host' | 'certified'> {
  readonly at: string;
}

/** Every host that has a certificate, or is to have one. */
const hostsOf = ({ host, certified }: Exposed): readonly (string | null)[] => [
  host,
  ...Object.values(certified),
];

const uncertified = ({ at, host, certified }: Exposed): readonly Problem[] =>
  Object.entries(certified)
    .filter(([, known]) => known !== host)
    .map(([environment, known]) =>
      warning({
        code: 'CERTIFICATE_REQUESTED',
        at: `${at}.certified.${environment}`,
        value: known ?? 'null',
        reason: `is what the certificates of ${environment} carry; until they carry ${host}, no Ingress answers it`,
        remedy: `apply the Terraform roots of ${environment}, then write '${host}'`,
      }),
    );

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
