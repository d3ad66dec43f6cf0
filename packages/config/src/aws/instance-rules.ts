import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Region } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet/fleet.ts';
import { type AwsOffers, offeredIn, zonesWith } from './aws-offers.ts';
import { knownRegion } from './place-rules.ts';

// Families that run the data stores, by their names in EC2; each has the sizes that it has there, but `medium`.
const dataStoreFamilies = {
  // RDS user guide, "Supported DB engines for DB instance classes".
  postgres: ['m5', 'r5', 'm6g', 'r6g', 'm6i', 'r6i', 'm7g', 'r7g', 'm7i', 'r7i', 'm8g', 'r8g'],
  // On Graviton (ElastiCache user guide, "Supported node types").
  redis: ['m6g', 'r6g', 'm7g', 'r7g'],
};

/** A type of instance, where a fact names it. */
interface Named {
  readonly at: string;
  readonly value: string;
  readonly family: string;
  readonly size: string;
  /** The families that its service has. */
  readonly families: readonly string[];
  readonly service: string;
}

/** Every instance exists, is Graviton where it runs pods, and is offered in each zone of its region. */
export const instanceRules = ({
  aws,
  catalog,
}: Pick<Fleet, 'aws' | 'catalog'>): readonly Problem[] =>
  Object.values(catalog).flatMap((region) =>
    instancesOf(region, aws).flatMap((one) =>
      exists(one, aws)
        ? [...forPods(one, aws), ...offered(one, region, aws)]
        : [unknownInstance(one, aws)],
    ),
  );

function instancesOf({ id, cluster, database, redis }: Region, aws: AwsOffers): readonly Named[] {
  const named = (
    field: string,
    value: string,
    prefix: string,
    [service, families]: readonly [string, readonly string[]],
  ): Named => {
    const [family = '', size = ''] = value.startsWith(prefix)
      ? value.slice(prefix.length).split('.')
      : [];
    return { at: `${id}.${field}`, value, family, size, families, service };
  };
  const { postgres, redis: caches } = dataStoreFamilies;
  return [
    named('cluster.nodes.instance', cluster.nodes.instance, '', ['EC2', Object.keys(aws.families)]),
    named('database.instance', database.instance, 'db.', ['RDS for PostgreSQL', postgres]),
    named('redis.node', redis.node, 'cache.', ['ElastiCache', caches]),
  ];
}

const dataStore = /^(db|cache)\./;

const exists = ({ value, family, size, families }: Named, aws: AwsOffers): boolean =>
  value.split('.').length === (dataStore.test(value) ? 3 : 2) &&
  families.includes(family) &&
  sizesOf(family, aws).includes(size) &&
  (size !== 'medium' || !dataStore.test(value));

const sizesOf = (family: string, { families }: AwsOffers): readonly string[] =>
  (Object.hasOwn(families, family) ? families[family]?.sizes : undefined)?.split(' ') ?? [];

function unknownInstance({ at, value, family, families, service }: Named, aws: AwsOffers): Problem {
  const sizes = families.includes(family) ? sizesOf(family, aws) : [];
  return problem({
    code: 'INSTANCE_UNKNOWN',
    at,
    value,
    reason: `is not an instance of ${service}`,
    remedy:
      sizes.length > 0
        ? `${family} comes as ${sizes.join(', ')}`
        : `use a family such as ${families.filter((one) => /^[mr]6g$/.test(one)).join(' or ')}`,
  });
}

const forPods = ({ at, value, family }: Named, { families }: AwsOffers): readonly Problem[] =>
  unless(!at.endsWith('.nodes.instance') || families[family]?.architecture === 'arm64', {
    code: 'INSTANCE_ARCHITECTURE',
    at,
    value,
    reason: 'is amd64: nodes are Graviton throughout, as "Cost-Saving Strategies" asks',
    remedy: `use a Graviton family, such as ${family.slice(0, 1)}6g`,
  });

// RDS and ElastiCache run on machines of EC2: where these are not, theirs are not either.
function offered(
  { at, value, family, families }: Named,
  { id, zones }: Region,
  aws: AwsOffers,
): readonly Problem[] {
  const known = knownRegion(aws, id);
  if (known === undefined) return [];
  const own = zonesWith(known, family);
  const lacking = zones.filter(
    (zone) => known.zones.includes(zone.slice(-1)) && !own.includes(zone.slice(-1)),
  );
  const others = offeredIn(known, zones).filter(
    (other) => other[0] === family[0] && /\dg$/.test(other) && families.includes(other),
  );
  return unless(lacking.length === 0, {
    code: 'INSTANCE_NOT_OFFERED',
    at,
    value,
    reason: `is not offered in ${lacking.join(', ')}, as far as known on ${aws.read}`,
    remedy: `use a family that is: ${others.join(', ') || 'there is none on Graviton'}`,
  });
}
