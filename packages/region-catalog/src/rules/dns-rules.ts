import { type Problem, unless } from '@bizflow/kernel';
import { eeaMembers } from '../areas.ts';
import { isCountryCode } from '../countries.ts';
import type { Catalog } from '../sheet-of.ts';

const locationsOnce = (catalog: Catalog): readonly Problem[] => {
  const locations = Object.values(catalog).flatMap(({ id, dns }) =>
    dns.locations.map((location, index) => ({ location, at: `${id}.dns.locations[${index}]` })),
  );
  return locations.flatMap(({ location, at }, index) => {
    const first = locations.findIndex((other) => other.location === location);
    const reason = `is already answered by another region (${locations[first]?.at})`;
    return unless(first === index, {
      code: 'DNS_LOCATION_TWICE',
      at,
      value: location,
      reason,
      remedy: 'keep it in one region',
    });
  });
};

const isLocation = (location: string): boolean =>
  location === '*' || location === 'EU' || isCountryCode(location);

const locationsExist = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, dns }) =>
    dns.locations.flatMap((location, index) =>
      unless(isLocation(location), {
        code: 'DNS_LOCATION_UNKNOWN',
        at: `${id}.dns.locations[${index}]`,
        value: location,
        reason: "must be a country, 'EU' or '*'",
        remedy: "use a code of countryCodes; the United Kingdom is 'GB'",
      }),
    ),
  );

// The continent is answered by a region that serves one of its countries: the renderer adds a record for the others.
const answersTo = (location: string): readonly string[] =>
  location === 'EU' ? [...eeaMembers, 'GB'] : [location];

const locationsServed = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, dns, serves }) =>
    dns.locations.flatMap((location, index) =>
      unless(location === '*' || !isLocation(location) || answersTo(location).some(among(serves)), {
        code: 'DNS_LOCATION_FOREIGN',
        at: `${id}.dns.locations[${index}]`,
        value: location,
        reason: 'is answered here, but its tenants are not placed here',
        remedy: 'move it to the region that serves it',
      }),
    ),
  );

const among =
  (serves: readonly string[]) =>
  (country: string): boolean =>
    serves.includes(country);

/** Every question has one answer, given by the region of its tenants. */
export const dnsRules = (catalog: Catalog): readonly Problem[] => [
  ...locationsExist(catalog),
  ...locationsOnce(catalog),
  ...locationsServed(catalog),
];
