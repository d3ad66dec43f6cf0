import type { Breakage } from './breakage.ts';

/** Breaks countries, laws and borders. */
export const people: readonly Breakage[] = [
  [
    'UK for the country',
    (c) => (c['xx-west-1'].country = 'UK'),
    'COUNTRY_UNKNOWN',
    'DNS_CONTINENT_UNREAD',
    'COUNTRY_UNSERVED',
    'RESIDENCY_CROSSING',
    'BASIS_ELSEWHERE',
  ],
  [
    'UK among those served',
    (c) => (c['xx-west-1'].serves[0] = 'UK'),
    'COUNTRY_UNKNOWN',
    'DNS_LOCATION_FOREIGN',
    'COUNTRY_UNSERVED',
    'RESIDENCY_CROSSING',
  ],
  [
    'EU among those served',
    (c) => c['xx-west-1'].serves.push('EU'),
    'COUNTRY_UNKNOWN',
    'RESIDENCY_CROSSING',
  ],
  [
    'a country code in small letters',
    (c) => (c['xx-central-1'].country = 'in'),
    'COUNTRY_UNKNOWN',
    'RESIDENCY_CROSSING',
  ],
  [
    'one country in two regions',
    (c) => {
      c['xx-central-1'].serves.push('SG');
      c['xx-central-1'].regulations.push('PDPA-SG');
    },
    'COUNTRY_SERVED_TWICE',
    'RESIDENCY_CROSSING',
  ],
  [
    'one country twice in a region',
    (c) => c['xx-west-1'].serves.push('GB'),
    'COUNTRY_SERVED_TWICE',
  ],
  ['UK as a law', (c) => c['xx-west-1'].regulations.push('UK'), 'REGULATION_UNKNOWN'],
  [
    'a law by the name of a built-in',
    (c) => c['xx-west-1'].regulations.push('constructor'),
    'REGULATION_UNKNOWN',
  ],
  ['a law that is forgotten', (c) => c['xx-west-1'].regulations.pop(), 'REGULATION_MISSING'],
  [
    'a law that protects no served country',
    (c) => c['xx-central-1'].regulations.push('GDPR'),
    'REGULATION_IDLE',
  ],
  [
    'people served abroad without an exception',
    // Antarctica: no AWS Region exists there.
    (c) => c['xx-east-1'].serves.push('AQ'),
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  [
    'a bucket copied across a border without an exception',
    (c) =>
      c['xx-west-1'].buckets.push({
        purpose: 'logs',
        storageClass: 'STANDARD',
        replicatesTo: 'xx-central-1',
      }),
    'BUCKET_COPY',
    'RESIDENCY_CROSSING',
  ],
  [
    'a fallback across a border without an exception, to a region without the data',
    (c) => (c['xx-west-1'].fallback = { kind: 'region', region: 'xx-central-1' }),
    'FALLBACK_ROWS',
    'RESIDENCY_CROSSING',
  ],
  [
    'writes to a writer that a replica across another border follows',
    (c) =>
      Object.assign(c['xx-north-1'].database, {
        role: 'replica',
        writer: 'xx-central-1',
        source: 'xx-central-1',
        storageGb: 500,
      }),
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  [
    'an exception that nothing needs any more',
    (c) => (c['xx-central-1'].fallback = { kind: 'static-page' }),
    'EXCEPTION_UNUSED',
  ],
];
