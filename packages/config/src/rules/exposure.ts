import { type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import { show } from './show.ts';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Public hosts are labels that no two services share, and one service answers for the region. */
export const exposure = ({ services }: Fleet): readonly Problem[] => {
  const exposed = services.flatMap(({ name, exposure: own }) =>
    own === null ? [] : [{ at: `services.${show(name)}.exposure`, ...own }],
  );
  const answering = exposed.filter(({ answersRegion }) => answersRegion);
  return [
    ...exposed.flatMap(({ at, host }, index) => [
      ...unless(
        label.test(host),
        'EXPOSURE_HOST',
        `${at}.host`,
        show(host),
        'is no DNS label (RFC 1123)',
        'use lower-case letters, digits and dashes',
      ),
      ...unless(
        exposed.findIndex((other) => other.host === host) === index,
        'EXPOSURE_HOST_TWICE',
        `${at}.host`,
        show(host),
        "is another service's host already",
        'give each exposed service its own host',
      ),
    ]),
    ...unless(
      exposed.length === 0 || answering.length === 1,
      'EXPOSURE_REGION',
      'services.exposure.answersRegion',
      `${answering.length} services`,
      'Route 53 checks one name per region, so exactly one service must answer it',
      'set answersRegion on one exposed service',
    ),
  ];
};
