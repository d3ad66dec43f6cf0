export type { Problem } from '@bizflow/kernel';
export { areaOf, eeaMembers, euTerritories, type LegalArea } from './areas.ts';
export { catalog } from './catalog.ts';
export { continentsOf } from './continents.ts';
export { type CountryCode, countryCodes, euMembers, isCountryCode } from './countries.ts';
export type { DnsLocation } from './dns-location.ts';
export type { ResidencyException } from './exceptions.ts';
export { domain, type Hosts, hostsIn, hostsOf, isRegionId } from './hosts.ts';
export { type KubernetesVersion, kubernetesVersions } from './kubernetes.ts';
export { defaultPlacement, regionForCountry, regionsUnder, subnets } from './look-ups.ts';
export { exceptions } from './moves/allowed.ts';
export type { Extent, Life } from './moves/life.ts';
export type { Neighbour, Reading } from './neighbour.ts';
export { neighbours } from './neighbours.ts';
export { countryName, lawsOf } from './people.ts';
export { type Placement, placedAmong } from './placement.ts';
export { readingOf } from './readings.ts';
export type {
  BucketFacts,
  Cidr,
  ClusterFacts,
  DatabaseFacts,
  DnsFacts,
  Fallback,
  KeyFacts,
  Network,
  PerZone,
  RedisFacts,
  Region,
  Sheet,
  Tier,
} from './region.ts';
export { type RegionId, regionIds } from './region-ids.ts';
export { type Regulation, type RegulationCode, regulations } from './regulations.ts';
export type { Catalog } from './sheet-of.ts';
export { targetCountries } from './target-countries.ts';
