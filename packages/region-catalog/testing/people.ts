import type { Breakage } from './breakage.ts';

/** Breaks countries, laws and borders. */
export const people: readonly Breakage[] = [
  [
    'UK for the country',
    (c) => (c['eu-west-2'].country = 'UK'),
    'COUNTRY_UNKNOWN',
    'RESIDENCY_CROSSING',
  ],
  [
    'UK among those served',
    (c) => (c['eu-west-2'].serves[0] = 'UK'),
    'COUNTRY_UNKNOWN',
    'DNS_LOCATION_FOREIGN',
    'RESIDENCY_CROSSING',
  ],
  [
    'EU among those served',
    (c) => c['eu-west-2'].serves.push('EU'),
    'COUNTRY_UNKNOWN',
    'RESIDENCY_CROSSING',
  ],
  [
    'a country code in small letters',
    (c) => (c['ap-south-1'].country = 'in'),
    'COUNTRY_UNKNOWN',
    'RESIDENCY_CROSSING',
  ],
  [
    'one country in two regions',
    (c) => {
      c['ap-south-1'].serves.push('SG');
      c['ap-south-1'].regulations.push('PDPA-SG');
    },
    'COUNTRY_SERVED_TWICE',
    'RESIDENCY_CROSSING',
  ],
  [
    'one country twice in a region',
    (c) => c['eu-west-2'].serves.push('GB'),
    'COUNTRY_SERVED_TWICE',
  ],
  ['UK as a law', (c) => c['eu-west-2'].regulations.push('UK'), 'REGULATION_UNKNOWN'],
  [
    'a law by the name of a built-in',
    (c) => c['eu-west-2'].regulations.push('constructor'),
    'REGULATION_UNKNOWN',
  ],
  ['a law that is forgotten', (c) => c['eu-west-2'].regulations.pop(), 'REGULATION_MISSING'],
  [
    'a law that protects nobody served',
    (c) => c['ap-south-1'].regulations.push('GDPR'),
    'REGULATION_IDLE',
  ],
  [
    'people served abroad without an exception',
    // Antarctica: no region will ever stand there and serve it at home.
    (c) => c['ap-southeast-1'].serves.push('AQ'),
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  [
    'a bucket copied across a border without an exception',
    (c) =>
      c['eu-west-2'].buckets.push({
        purpose: 'logs',
        storageClass: 'STANDARD',
        replicatesTo: 'ap-south-1',
      }),
    'RESIDENCY_CROSSING',
  ],
  [
    'a fallback across a border without an exception',
    (c) => (c['eu-west-2'].fallback = { kind: 'region', region: 'ap-south-1' }),
    'RESIDENCY_CROSSING',
  ],
  [
    'writes to a writer that a replica across another border follows',
    (c) =>
      Object.assign(c['me-south-1'].database, {
        role: 'replica',
        writer: 'ap-south-1',
        source: 'ap-south-1',
        storageGb: 500,
      }),
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  [
    'an exception that nothing needs any more',
    (c) => (c['ap-south-1'].fallback = { kind: 'static-page' }),
    'EXCEPTION_UNUSED',
  ],
];
