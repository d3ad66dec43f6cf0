import { overlaps, type Problem, parseCidr, unless } from '@bizflow/kernel';
import type { Network } from '@bizflow/region-catalog';
import { clustersOf } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { transitGatewayAsn } from '../network/transit-gateways.ts';
import type { Foundation } from './foundation.ts';

const file = 'packages/config/src/foundation/foundation.ts';

/** Parts of the document that an environment has turned on, although they cannot work there. */
export const optionalPartRules = (fleet: Fleet): readonly Problem[] =>
  fleet.environments.flatMap(({ name }) => {
    if (!Object.hasOwn(fleet.foundations, name)) return [];
    const parts = fleet.foundations[name];
    const places = clustersOf({ name }, fleet);
    const networks = places.map(({ network }) => network);
    return [
      ...alone(name, parts, places.length),
      ...line(name, parts, networks),
      ...service(name, parts),
    ];
  });

/** One region has no Transit Gateway, and the three hang on the hub's. */
const alone = (environment: string, parts: Foundation, regions: number): readonly Problem[] =>
  (['directConnect', 'privateLink', 'vpcPeering'] as const).flatMap((part) =>
    unless(regions > 1 || parts[part] === null || parts[part] === false, {
      code: 'PART_WITHOUT_HUB',
      at: `${environment}.${part}`,
      value: 'on',
      reason:
        'is attached to the Transit Gateway of the hub, and an environment of one region has none',
      remedy: `turn it off for ${environment} in ${file}`,
    }),
  );

const line = (
  environment: string,
  { directConnect }: Foundation,
  networks: readonly Pick<Network, 'vpc'>[],
): readonly Problem[] => {
  if (directConnect === null) return [];
  const { amazonSideAsn: asn, onPremises } = directConnect;
  const at = `${environment}.directConnect`;
  return [
    ...unless(asn >= 64_512 && asn <= 65_534 && !networks.map(transitGatewayAsn).includes(asn), {
      code: 'LINE_ASN',
      at: `${at}.amazonSideAsn`,
      value: asn,
      reason: 'must be a private AS number, 64512 to 65534, that no Transit Gateway has',
      remedy: `choose another one in ${file}; the gateways use 64512 + the second octet of their VPC`,
    }),
    ...unless(onPremises.length > 0, {
      code: 'LINE_TO_NOWHERE',
      at: `${at}.onPremises`,
      value: 'empty',
      reason: 'names no network at the other end, so that nothing is routed there',
      remedy: 'name the networks of the office or the data centre, or set directConnect to null',
    }),
    ...onPremises.flatMap((cidr, index) =>
      unless(isOwnBlock(cidr) && !networks.some(({ vpc }) => overlaps(vpc, cidr)), {
        code: 'LINE_NETWORK',
        at: `${at}.onPremises[${index}]`,
        value: cidr,
        reason: 'must be a block of /16 or smaller that overlaps no VPC of the environment',
        remedy: 'name the networks at the other end one by one',
      }),
    ),
  ];
};

// The module refuses a wider block: it could include a VPC that is not in the catalog yet.
const isOwnBlock = (cidr: string): boolean =>
  parseCidr(cidr) !== undefined && Number(cidr.split('/')[1]) >= 16;

const service = (
  environment: string,
  { privateLink, clustersSynced }: Foundation,
): readonly Problem[] => {
  if (privateLink === null) return [];
  const { allowedPrincipals: allowed } = privateLink;
  return [
    ...unless(allowed.length > 0 && allowed.every((one) => /^arn:aws:iam::\d{12}:/.test(one)), {
      code: 'PRIVATE_LINK_PRINCIPALS',
      at: `${environment}.privateLink.allowedPrincipals`,
      value: allowed.join(', ') || 'empty',
      reason:
        'must name each principal by its ARN: without one the service is of no use, and * is every account',
      remedy: `write arn:aws:iam::<account>:root of each consumer in ${file}`,
    }),
    ...unless(clustersSynced, {
      code: 'PRIVATE_LINK_EARLY',
      at: `${environment}.privateLink`,
      value: 'on',
      reason:
        'needs the load balancer that the cluster creates at its first sync, which has not happened yet',
      remedy: `set clustersSynced to true in ${file} after the first sync, then turn privateLink on`,
    }),
  ];
};
