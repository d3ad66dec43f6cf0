import { type Problem, unless } from '@bizflow/kernel';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { bucketName } from './names.ts';

/** Buckets have names that S3 takes, and no two regions share a name. */
export const nameRules = (fleet: Fleet): readonly Problem[] => [
  ...buckets(fleet),
  ...repeated(fleet),
];

// S3 user guide, "General purpose bucket naming rules"; no dots, which TLS does not cover.
const buckets = (fleet: Fleet): readonly Problem[] =>
  clusters(fleet).flatMap((cluster) =>
    cluster.region.buckets.flatMap((bucket, index) => {
      const name = bucketName({ name: cluster.name, account: '0'.repeat(12) }, bucket);
      const own = cluster.region.buckets.findIndex(({ purpose }) => purpose === bucket.purpose);
      return unless(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name) && own === index, {
        code: 'BUCKET_NAME',
        at: `${cluster.region.id}.buckets[${index}].purpose`,
        value: bucket.purpose,
        reason: `makes the bucket ${name}, which S3 refuses or which is there already`,
        remedy: 'use a short word of small letters, digits and dashes, once in a region',
      });
    }),
  );

/** Facts of regions that people read or that AWS keeps for all regions: two of one name are mistaken for each other. */
const repeated = ({ catalog }: Fleet): readonly Problem[] =>
  [
    ...Object.values(catalog).map(({ id, name }) => ({ at: `${id}.name`, name, of: 'name' })),
    ...Object.values(catalog).map(({ id, dns: { healthCheck } }) => ({
      ...{ at: `${id}.dns.healthCheck.name`, name: healthCheck.name, of: 'health check' },
    })),
  ].flatMap(({ at, name, of }, index, all) => {
    const first = all.findIndex((other) => other.of === of && other.name === name);
    return unless(first === index, {
      code: 'NAME_TWICE',
      at,
      value: name,
      reason: `is already the ${of} of another region (${all[first]?.at})`,
      remedy: 'give each region its own',
    });
  });
