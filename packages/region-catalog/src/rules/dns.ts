import type { Catalog } from '../catalog.ts';
import { fault, type Problem } from '../problem.ts';

// Route 53 API reference, HealthCheckConfig, "Regions": the eight that run checkers.
const checkerRegions: readonly string[] = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'sa-east-1',
];

const locationsOnce = (catalog: Catalog): readonly Problem[] => {
  const locations = Object.values(catalog).flatMap(({ id, dns }) =>
    dns.locations.map((location, index) => ({ location, at: `${id}.dns.locations[${index}]` })),
  );
  return locations.flatMap(({ location, at }, index) => {
    const first = locations.findIndex((other) => other.location === location);
    const reason = `answers elsewhere already (${locations[first]?.at})`;
    return first === index
      ? []
      : [fault('DNS_LOCATION_TWICE', at, location, reason, 'leave it with one region')];
  });
};

const oneDefault = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).some(({ dns }) => dns.locations.includes('*'))
    ? []
    : [
        fault(
          'DNS_NO_DEFAULT',
          'catalog.dns.locations',
          'none',
          "no region answers '*', so a country nobody serves would find nothing",
          "add '*' to one region",
        ),
      ];

const healthChecks = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, dns: { healthCheck } }) => {
    const at = `${id}.dns.healthCheck`;
    const foreign = healthCheck.checkers.filter((checker) => !checkerRegions.includes(checker));
    return [
      ...foreign.map((checker) =>
        fault(
          'DNS_CHECKER_REGION',
          `${at}.checkers`,
          checker,
          'runs no Route 53 health checkers',
          `use ${checkerRegions.join(', ')}`,
        ),
      ),
      // Route 53 API reference: "you must specify at least three regions".
      ...(healthCheck.checkers.length >= 3
        ? []
        : [
            fault(
              'DNS_CHECKER_COUNT',
              `${at}.checkers`,
              healthCheck.checkers.join(', '),
              'are fewer than the three that Route 53 asks for',
              'name at least three',
            ),
          ]),
      ...(healthCheck.failureThreshold >= 1 && healthCheck.failureThreshold <= 10
        ? []
        : [
            fault(
              'DNS_FAILURE_THRESHOLD',
              `${at}.failureThreshold`,
              String(healthCheck.failureThreshold),
              'is outside 1 to 10',
              'choose 1 to 10',
            ),
          ]),
    ];
  });

/** Every question has one answer, one region takes the rest, and AWS can run the health checks. */
export const dns = (catalog: Catalog): readonly Problem[] => [
  ...locationsOnce(catalog),
  ...oneDefault(catalog),
  ...healthChecks(catalog),
];
