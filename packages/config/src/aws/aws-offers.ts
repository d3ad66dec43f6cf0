import type { CountryCode } from '@bizflow/region-catalog';
import offers from './aws-offers.json' with { type: 'json' };

/** An AWS Region, and which instances it offers. */
export interface AwsRegion {
  /** The country of its data centres (AWS, "Regions and Availability Zones"). */
  readonly country: CountryCode;
  /** Whether an account must ask for it first (Account Management, "Regions that are disabled by default"). */
  readonly optIn: boolean;
  /** The letters of its Availability Zones that new accounts get: not always `a`, `b` and `c`. */
  readonly zones: string;
  /** Families of instances, separated by spaces, by the letters of the zones that offer all of their sizes. */
  readonly families: Readonly<Record<string, string>>;
}

/** What AWS offers where, as far as known on a day; `packages/config/scripts/aws-offers.ts` reads it again. */
export interface AwsOffers {
  readonly source: string;
  readonly read: string;
  readonly families: Readonly<
    Record<string, { readonly architecture: 'arm64' | 'amd64'; readonly sizes: string }>
  >;
  /** Regions of the partition `aws` whose offers are known. */
  readonly regions: Readonly<Record<string, AwsRegion>>;
}

/** The partition `aws`: those of China, the governments and the European sovereign cloud are worlds of their own. */
export const awsOffers = offers as AwsOffers;

/** The letters of the zones of a region that offer a family: empty where none does. */
export const zonesWith = ({ families }: AwsRegion, family: string): string =>
  Object.entries(families).find(([, names]) => names.split(' ').includes(family))?.[0] ?? '';

/** The families that a region offers in each of these of its zones; one that it has not is the fault of the zone. */
export const offeredIn = (
  { families, zones: own }: AwsRegion,
  zones: readonly string[],
): readonly string[] =>
  Object.entries(families)
    .filter(([letters]) => zones.every((zone) => has(letters, zone) || !has(own, zone)))
    .flatMap(([, names]) => names.split(' '));

const has = (letters: string, zone: string): boolean => letters.includes(zone.slice(-1));
