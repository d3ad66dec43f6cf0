import { type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import { show } from './show.ts';

// RFC 1123 label; the namespace `tenant-<name>` must fit its 63 characters as well.
const label = /^[a-z]([a-z0-9-]{0,54}[a-z0-9])?$/;

/** The region of a country: the one that serves it, else the one that answers for the rest. */
const homeOf = ({ catalog }: Fleet, country: string): string | undefined => {
  const regions = Object.values(catalog);
  const serving = regions.find(({ serves }) => (serves as readonly string[]).includes(country));
  return (serving ?? regions.find(({ dns }) => dns.locations.includes('*')))?.id;
};

/** A dedicated tenant has a name of its own and stands where its country's data belongs. */
export const tenants = (fleet: Fleet): readonly Problem[] =>
  fleet.tenants.flatMap(({ name, country, region, quota }, index) => {
    const at = `tenants[${index}]`;
    const home = homeOf(fleet, country);
    return [
      ...unless(
        label.test(name),
        'TENANT_NAME',
        `${at}.name`,
        show(name),
        'is no DNS label of at most 56 characters (RFC 1123)',
        'use lower-case letters, digits and dashes, starting with a letter',
      ),
      ...unless(
        fleet.tenants.findIndex((other) => other.name === name) === index,
        'TENANT_TWICE',
        `${at}.name`,
        show(name),
        'names another tenant already',
        'give each tenant its own name',
      ),
      ...unless(
        region === home,
        'TENANT_MISPLACED',
        `${at}.region`,
        show(region),
        `is not where data of ${show(country)} belongs`,
        `place the tenant in ${home}, or change which region serves the country`,
      ),
      ...unless(
        [quota.pods, quota.cpu, quota.memoryGi].every((most) => Number.isInteger(most) && most > 0),
        'TENANT_QUOTA',
        `${at}.quota`,
        `${quota.pods} pods, ${quota.cpu} CPU, ${quota.memoryGi} Gi`,
        'is no set of whole numbers above zero',
        'say what the tenant pays for',
      ),
    ];
  });
