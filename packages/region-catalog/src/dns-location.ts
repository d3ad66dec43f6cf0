import type { CountryCode } from './countries.ts';

/** A Route 53 geolocation: a country, a continent, or `*` for the default record. */
export type DnsLocation = CountryCode | 'EU' | '*';
