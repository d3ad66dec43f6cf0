import type { Catalog } from './catalog.ts';
import { type ResidencyException, exceptions as writtenExceptions } from './exceptions.ts';
import type { Problem } from './problem.ts';
import { countries } from './rules/countries.ts';
import { databases } from './rules/databases.ts';
import { dns } from './rules/dns.ts';
import { identity } from './rules/identity.ts';
import { network } from './rules/network.ts';
import { redis } from './rules/redis.ts';
import { residency } from './rules/residency.ts';

/** Every rule the catalog breaks, all at once; an empty list when it is sound. Never throws. */
export const problemsIn = (
  catalog: Catalog,
  exceptions: readonly ResidencyException[] = writtenExceptions,
): readonly Problem[] => [
  ...identity(catalog),
  ...network(catalog),
  ...countries(catalog),
  ...databases(catalog),
  ...redis(catalog),
  ...dns(catalog),
  ...residency(catalog, exceptions),
];
