import type { Catalog, CountryCode, Region, ResidencyException } from '@bizflow/region-catalog';
import { ask, type DnsRecord } from './route-53.ts';

/** The public names of an environment, as its global root answers them: plain data. */
export interface Zone {
  /** The environment's. */
  readonly name: string;
  readonly catalog: Catalog;
  readonly exceptions: readonly ResidencyException[];
  /** The environment's regions in the catalog's order, those without services among them. */
  readonly regions: readonly Region[];
  /** The address of each region's load balancer; a region without services has none. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly records: readonly DnsRecord[];
  /** The names that tenants ask for: those that are answered by place. */
  readonly hosts: readonly string[];
  /** The name that a health check asks, by the id of the check. */
  readonly checked: Readonly<Record<string, string>>;
  /** The address that is shown when no region may answer: a distribution of CloudFront. */
  readonly page: string;
}

/** One question to a zone: a name, who asks, and which regions are down. */
export interface Question {
  readonly zone: Zone;
  readonly host: string;
  readonly country: CountryCode;
  readonly continent: string | null;
  readonly down: readonly string[];
}

/** The address that a question gets, as Route 53 works it out. */
export const answerTo = ({ zone, host, country, continent, down }: Question): string => {
  const dead = down.map((region) => zone.addresses[region]);
  const isHealthy = (check: string): boolean => !dead.includes(zone.checked[check]);
  return ask(zone.records, host, { country, continent }, isHealthy) ?? 'no answer';
};
