import { type Problem, unless } from '@bizflow/kernel';
import type { Catalog } from '../catalog.ts';
import { euMembers, isCountryCode } from '../countries.ts';
import { readFor } from '../europe.ts';

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

const oneDefault = (catalog: Catalog): readonly Problem[] =>
  unless(
    Object.values(catalog).some(({ dns }) => dns.locations.includes('*')),
    {
      code: 'DNS_NO_DEFAULT',
      at: 'catalog.dns.locations',
      value: 'none',
      reason: "no region answers '*', so countries without a region would get no answer",
      remedy: "add '*' to one region",
    },
  );

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

// The laws of the continent's countries were read for one country (europe.ts).
const continentRead = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog)
    .filter(({ dns }) => dns.locations.includes('EU'))
    .flatMap(({ id, country }) =>
      unless(country === readFor, {
        code: 'DNS_CONTINENT_UNREAD',
        at: `${id}.country`,
        value: country,
        reason: `answers 'EU', but the laws of Europe's other countries were read for ${readFor}`,
        remedy: 'read them for this country in packages/region-catalog/src/europe.ts',
      }),
    );

// The continent is answered by a region that serves a member: the renderer adds a record for the others.
const answersTo = (location: string): readonly string[] =>
  location === 'EU' ? euMembers : [location];

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

/** Every question has one answer, given by the region of its tenants; one region takes the rest. */
export const dnsRules = (catalog: Catalog): readonly Problem[] => [
  ...locationsExist(catalog),
  ...locationsOnce(catalog),
  ...locationsServed(catalog),
  ...continentRead(catalog),
  ...oneDefault(catalog),
];
