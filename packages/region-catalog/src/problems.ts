import type { Problem } from '@bizflow/kernel';
import type { Catalog } from './catalog.ts';
import { type ResidencyException, exceptions as writtenExceptions } from './exceptions.ts';
import { cluster } from './rules/cluster.ts';
import { countries } from './rules/countries.ts';
import { databases } from './rules/databases.ts';
import { dns } from './rules/dns.ts';
import { healthChecks } from './rules/health-checks.ts';
import { identity } from './rules/identity.ts';
import { keys } from './rules/keys.ts';
import { network } from './rules/network.ts';
import { redis } from './rules/redis.ts';
import { references } from './rules/references.ts';
import { residency } from './rules/residency.ts';

/** Every rule the catalog breaks, all at once; an empty list when it is sound. Never throws. */
export const problemsIn = (
  catalog: Catalog,
  exceptions: readonly ResidencyException[] = writtenExceptions,
): readonly Problem[] => [
  ...identity(catalog),
  ...references(catalog),
  ...network(catalog),
  ...countries(catalog),
  ...cluster(catalog),
  ...databases(catalog),
  ...keys(catalog),
  ...redis(catalog),
  ...dns(catalog),
  ...healthChecks(catalog),
  ...residency(catalog, exceptions),
];
