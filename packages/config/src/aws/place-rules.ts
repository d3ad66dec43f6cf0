import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Region } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet/fleet.ts';
import { globalRegion } from '../foundation/global-layer.ts';
import type { AwsOffers, AwsRegion } from './aws-offers.ts';

/** Each region is one of AWS's, in a partition that can be reached, with the zones and in the country that it has. */
export const placeRules = ({
  aws,
  catalog,
}: Pick<Fleet, 'aws' | 'catalog'>): readonly Problem[] => [
  ...unless(knownRegion(aws, globalRegion) !== undefined, {
    code: 'PLACE_UNKNOWN',
    at: 'foundation.globalRegion',
    value: globalRegion,
    reason: 'must be the one region of the partition aws from which CloudFront takes certificates',
    remedy:
      'write the region where CloudFront looks for certificates (ACM user guide, "Supported Regions")',
  }),
  ...Object.values(catalog).flatMap((region) => {
    const known = knownRegion(aws, region.id);
    return known === undefined
      ? [unknownPlace(region.id, aws)]
      : [...notGlobal(region), ...zones(region, known), ...country(region, known)];
  }),
];

/** A region as AWS has it, or `undefined`: an id that a rule checks may be any text. */
export const knownRegion = ({ regions }: AwsOffers, id: string): AwsRegion | undefined =>
  Object.hasOwn(regions, id) ? regions[id] : undefined;

// Each has accounts, endpoints and ARNs of its own (AWS General Reference, "Partitions").
const partitions: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^eusc-/, 'aws-eusc'],
  [/^(us|eu)-iso[a-z]?-/, 'aws-iso'],
];

function unknownPlace(id: string, { regions, read }: AwsOffers): Problem {
  const partition = partitions.find(([of]) => of.test(id))?.[1];
  return partition === undefined
    ? problem({
        code: 'PLACE_UNKNOWN',
        at: `${id}.id`,
        value: id,
        reason: `is not a region whose zones and instances AWS had published by ${read}`,
        remedy: `use one such as ${near(id, Object.keys(regions)).join(', ')}; packages/config/scripts/aws-offers.ts reads newer ones`,
      })
    : problem({
        code: 'PLACE_PARTITION',
        at: `${id}.id`,
        value: id,
        reason: `is in the partition ${partition}: no account, role, key or replica of the partition aws reaches it`,
        remedy: 'use a region of the partition aws',
      });
}

const near = (id: string, regions: readonly string[]): readonly string[] => {
  const neighbours = regions.filter((region) => region.slice(0, 3) === id.slice(0, 3));
  return (neighbours.length > 0 ? neighbours : regions).slice(0, 8);
};

// GuardDuty, Config and the copies of the global layer's secrets would be there twice.
const notGlobal = ({ id }: { readonly id: string }): readonly Problem[] =>
  unless(id !== globalRegion, {
    code: 'PLACE_GLOBAL',
    at: `${id}.id`,
    value: id,
    reason:
      'is the region of the global layer: its root already makes the GuardDuty detector, the recorder and the secrets there',
    remedy: 'use another region of the same country',
  });

const zones = ({ id, zones: own }: Region, known: AwsRegion): readonly Problem[] => [
  ...unless(known.zones.length >= 3, {
    code: 'PLACE_ZONES',
    at: `${id}.zones`,
    value: zonesOf(id, known).join(', '),
    reason: 'are all the zones that AWS gives to new accounts; a region here is spread over three',
    remedy: 'use another region',
  }),
  ...own.flatMap((zone, index) =>
    // A zone of another region is ID_MISMATCH.
    unless(zone.slice(0, -1) !== id || known.zones.includes(zone.slice(-1)), {
      code: 'PLACE_ZONE',
      at: `${id}.zones[${index}]`,
      value: zone,
      reason: 'is not a zone that AWS gives to new accounts',
      remedy: `use ${zonesOf(id, known).join(', ')}`,
    }),
  ),
];

/** The names of a region's zones. */
export const zonesOf = (id: string, { zones: letters }: AwsRegion): readonly string[] =>
  [...letters].map((letter) => `${id}${letter}`);

const country = ({ id, country: own }: Region, known: AwsRegion): readonly Problem[] =>
  unless(own === known.country, {
    code: 'PLACE_COUNTRY',
    at: `${id}.country`,
    value: own,
    reason: `is not where AWS keeps the data of ${id}, which is ${known.country}`,
    remedy: `write '${known.country}'; whose people are placed there is \`serves\``,
  });
