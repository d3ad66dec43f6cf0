import { type Catalog, type Problem, unless } from '@bizflow/region-catalog';
import type { EdgePolicy } from './edge.ts';
import { show } from './rules/show.ts';

// WAF compares after decoding, normalising and lower-casing, so any other spelling never matches.
const path = /^(?:\/[a-z0-9_-]+)+\/?$/;

/** What is wrong with the edge policy itself; what WAF makes of it, `problemsIn` of waf-rules says. */
export const edgeProblems = (edge: EdgePolicy, catalog: Catalog): readonly Problem[] => [
  ...paths(edge.paths),
  ...health(edge.paths.health, catalog),
  ...countries(edge.highRiskCountries, catalog),
  ...capacity(edge.capacity),
];

// They lift a CAPTCHA or a size limit: more paths than meant would be a hole.
const loosening = ['webhook', 'api', 'upload'] as const;

const paths = (edge: EdgePolicy['paths']): readonly Problem[] => [
  ...Object.entries(edge).flatMap(([kind, value]) =>
    [value]
      .flat()
      .flatMap((text) =>
        unless(
          path.test(text),
          'EDGE_PATH',
          `edge.paths.${kind}`,
          show(text),
          'is no path in lower case, without escapes, dots and doubled slashes',
          'spell it as /name or /name/',
        ),
      ),
  ),
  ...loosening.flatMap((kind) =>
    edge[kind].flatMap((text) =>
      unless(
        text.endsWith('/'),
        'EDGE_PATH_OPEN',
        `edge.paths.${kind}`,
        show(text),
        'ends in no slash, so it also loosens the rules for every longer name',
        'end it in a slash',
      ),
    ),
  ),
];

/** Route 53 checks one path, and the edge has to let exactly that one through. */
const health = (own: string, catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, dns }) =>
    unless(
      dns.healthCheck.path === own,
      'EDGE_HEALTH_PATH',
      'edge.paths.health',
      show(own),
      `is not what Route 53 checks in ${id}: ${show(dns.healthCheck.path)}`,
      'let the two be one path',
    ),
  );

const countries = (highRisk: EdgePolicy['highRiskCountries'], catalog: Catalog) =>
  Object.values(catalog).flatMap(({ id, serves }) =>
    highRisk
      .filter((country) => serves.includes(country))
      .flatMap((country) =>
        unless(
          false,
          'EDGE_BLOCKS_TENANTS',
          'edge.highRiskCountries',
          show(country),
          `is served by ${id}: its tenants would be locked out`,
          'take it off one of the two lists',
        ),
      ),
  );

const capacity = ({ budgetWcu, ceilingWcu }: EdgePolicy['capacity']): readonly Problem[] =>
  unless(
    budgetWcu > 0 && budgetWcu <= ceilingWcu && ceilingWcu <= 5000,
    'EDGE_CAPACITY',
    'edge.capacity',
    `${budgetWcu} of ${ceilingWcu}`,
    'is no budget: above 0, at most the ceiling, which AWS sets at 5000',
    'lower it',
  );
