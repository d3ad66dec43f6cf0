import { type Problem, unless } from '@bizflow/kernel';
import type { Catalog } from '@bizflow/region-catalog';
import type { EdgePolicy } from './edge.ts';

// WAF compares after decoding, normalising and lower-casing, so any other spelling never matches.
const path = /^(?:\/[a-z0-9_-]+)+\/?$/;

/** What is wrong with the edge policy itself; what WAF makes of it, `problemsIn` of waf-rules says. */
export const edgePolicyRules = (edge: EdgePolicy, catalog: Catalog): readonly Problem[] => [
  ...paths(edge.paths),
  ...health(edge.paths.health, catalog),
  ...countries(edge.highRiskCountries, catalog),
  ...capacity(edge.capacity),
];

// They lift a CAPTCHA or a size limit: more paths than meant would be a hole.
const loosening = ['webhook', 'api', 'upload'] as const;

const paths = (edge: EdgePolicy['paths']): readonly Problem[] => [
  ...Object.entries(edge).flatMap(([kind, value]) =>
    [value].flat().flatMap((text) =>
      unless(path.test(text), {
        code: 'EDGE_PATH',
        at: `edge.paths.${kind}`,
        value: text,
        reason: 'is no path in lower case, without escapes, dots and doubled slashes',
        remedy: 'spell it as /name or /name/',
      }),
    ),
  ),
  ...loosening.flatMap((kind) =>
    edge[kind].flatMap((text) =>
      unless(text.endsWith('/'), {
        code: 'EDGE_PATH_OPEN',
        at: `edge.paths.${kind}`,
        value: text,
        reason: 'ends in no slash, so it also loosens the rules for every longer name',
        remedy: 'end it in a slash',
      }),
    ),
  ),
];

/** Route 53 checks one path, and the edge has to let exactly that one through. */
const health = (own: string, catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, dns }) =>
    unless(dns.healthCheck.path === own, {
      code: 'EDGE_HEALTH_PATH',
      at: 'edge.paths.health',
      value: own,
      reason: `is not what Route 53 checks in ${id}: ${dns.healthCheck.path}`,
      remedy: 'let the two be one path',
    }),
  );

const countries = (highRisk: EdgePolicy['highRiskCountries'], catalog: Catalog) =>
  Object.values(catalog).flatMap(({ id, serves }) =>
    highRisk
      .filter((country) => serves.includes(country))
      .flatMap((country) =>
        unless(false, {
          code: 'EDGE_BLOCKS_TENANTS',
          at: 'edge.highRiskCountries',
          value: country,
          reason: `is served by ${id}: its tenants would be locked out`,
          remedy: 'take it off one of the two lists',
        }),
      ),
  );

const capacity = ({ budgetWcu, ceilingWcu }: EdgePolicy['capacity']): readonly Problem[] =>
  unless(budgetWcu > 0 && budgetWcu <= ceilingWcu && ceilingWcu <= 5000, {
    code: 'EDGE_CAPACITY',
    at: 'edge.capacity',
    value: `${budgetWcu} of ${ceilingWcu}`,
    reason: 'is no budget: above 0, at most the ceiling, which AWS sets at 5000',
    remedy: 'lower it',
  });
