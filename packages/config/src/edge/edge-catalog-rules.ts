import { type Problem, unless } from '@bizflow/kernel';
import type { Catalog } from '@bizflow/region-catalog';
import type { EdgePolicy } from '@bizflow/waf-rules';

/** Where the edge policy contradicts the catalog; what WAF makes of it, waf-rules says. */
export const edgeCatalogRules = ({ paths, highRiskCountries }: EdgePolicy, catalog: Catalog) => [
  ...health(paths.health, catalog),
  ...countries(highRiskCountries, catalog),
];

/** Route 53 checks one path, and the edge has to let exactly that one through. */
const health = (own: string, catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, dns }) =>
    unless(dns.healthCheck.path === own, {
      code: 'EDGE_HEALTH_PATH',
      at: 'edge.paths.health',
      value: own,
      reason: `differs from the path that Route 53 checks in ${id}: ${dns.healthCheck.path}`,
      remedy: 'use the same path in both places',
    }),
  );

const countries = (
  highRisk: EdgePolicy['highRiskCountries'],
  catalog: Catalog,
): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, serves }) =>
    highRisk.flatMap((country) =>
      unless(!serves.includes(country), {
        code: 'EDGE_BLOCKS_TENANTS',
        at: 'edge.highRiskCountries',
        value: country,
        reason: `is a country that ${id} serves: its tenants would be blocked`,
        remedy: 'remove the country from one of the two lists',
      }),
    ),
  );
