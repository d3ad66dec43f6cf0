import type { Breakage } from './breakage.ts';

/** Breaks DNS locations and health checks. */
export const routes: readonly Breakage[] = [
  ['an unknown location', (c) => (c['xx-west-1'].dns.locations[0] = 'UK'), 'DNS_LOCATION_UNKNOWN'],
  [
    'one location in two regions',
    (c) => c['xx-central-1'].dns.locations.push('IN'),
    'DNS_LOCATION_TWICE',
  ],
  [
    'a location answered away from its tenants',
    (c) => {
      c['xx-north-1'].dns.locations.pop();
      c['xx-central-1'].dns.locations.push('AE');
    },
    'DNS_LOCATION_FOREIGN',
  ],
  [
    'the continent answered away from its tenants',
    (c) => {
      c['xx-west-1'].dns.locations.pop();
      c['xx-central-1'].dns.locations.push('EU');
    },
    'DNS_LOCATION_FOREIGN',
    'DNS_CONTINENT_UNREAD',
    'COUNTRY_UNSERVED',
  ],
  [
    'the continent answered where its laws were not read for',
    (c) => {
      c['xx-west-1'].country = 'CH';
    },
    'DNS_CONTINENT_UNREAD',
    'COUNTRY_UNSERVED',
    'RESIDENCY_CROSSING',
    'BASIS_ELSEWHERE',
  ],
  [
    'no region that answers the continent',
    (c) => c['xx-west-1'].dns.locations.pop(),
    'DNS_NO_CONTINENT',
    'COUNTRY_UNSERVED',
  ],
  [
    'a continent whose region runs no service',
    (c) => (c['xx-west-1'].life.extent = 'platform'),
    'REGION_STRANDS',
    'REGION_STRANDS',
  ],
  [
    'a country of a law that no region serves',
    (c) => c['xx-west-1'].serves.splice(1, 1),
    'COUNTRY_UNSERVED',
    'EXCEPTION_UNUSED',
  ],
  ['no default location', (c) => c['xx-central-1'].dns.locations.pop(), 'DNS_NO_DEFAULT'],
  [
    'a second default location',
    (c) => c['xx-east-1'].dns.locations.push('*'),
    'DNS_LOCATION_TWICE',
  ],
  [
    'a checker where Route 53 has none',
    (c) => (c['xx-central-1'].dns.healthCheck.checkers[0] = 'xx-central-1'),
    'DNS_CHECKER_REGION',
  ],
  ['two checkers', (c) => c['xx-central-1'].dns.healthCheck.checkers.pop(), 'DNS_CHECKER_COUNT'],
  [
    'one checker counted twice',
    (c) => (c['xx-central-1'].dns.healthCheck.checkers[0] = 'eu-west-1'),
    'DNS_CHECKER_COUNT',
  ],
  [
    'a path without its slash',
    (c) => (c['xx-central-1'].dns.healthCheck.path = 'health'),
    'DNS_CHECK_PATH',
  ],
  [
    'an interval of 20 seconds',
    (c) => (c['xx-central-1'].dns.healthCheck.intervalSeconds = 20),
    'DNS_CHECK_INTERVAL',
  ],
  [
    'a threshold of 11 failures',
    (c) => (c['xx-central-1'].dns.healthCheck.failureThreshold = 11),
    'DNS_FAILURE_THRESHOLD',
  ],
  [
    'a threshold of 2.5 failures',
    (c) => (c['xx-central-1'].dns.healthCheck.failureThreshold = 2.5),
    'DNS_FAILURE_THRESHOLD',
  ],
];
