import { type Problem, unless } from '@bizflow/kernel';
import { placedAmong } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet/fleet.ts';

// RFC 1123 label; the namespace `tenant-<name>` must fit its 63 characters as well.
const label = /^[a-z]([a-z0-9-]{0,54}[a-z0-9])?$/;

/** A dedicated tenant has its own name and is in the region for its country's data. */
export const tenantRules = (fleet: Fleet): readonly Problem[] =>
  fleet.tenants.flatMap(({ name, country, region }, index) => {
    const at = `tenants[${index}]`;
    const home = placedAmong(Object.values(fleet.catalog), country)?.region;
    return [
      ...unless(label.test(name), {
        code: 'TENANT_NAME',
        at: `${at}.name`,
        value: name,
        reason: 'must be a DNS label of at most 56 characters (RFC 1123)',
        remedy: 'use lower-case letters, digits and dashes, starting with a letter',
      }),
      ...unless(fleet.tenants.findIndex((other) => other.name === name) === index, {
        code: 'TENANT_TWICE',
        at: `${at}.name`,
        value: name,
        reason: 'is already the name of another tenant',
        remedy: 'give each tenant its own name',
      }),
      ...unless(region === home, {
        code: 'TENANT_MISPLACED',
        at: `${at}.region`,
        value: region,
        reason: `is not the region for data of ${country}`,
        remedy: `place the tenant in ${home}, or change which region serves the country`,
      }),
    ];
  });
