import { type Problem, unless } from '@bizflow/kernel';
import { areaOf } from '../areas.ts';
import { continentsOf } from '../continents.ts';
import { type CountryCode, countryCodes } from '../countries.ts';
import { readAreas } from '../neighbour.ts';
import { placedAmong } from '../placement.ts';
import { followers } from '../readings.ts';
import type { Region } from '../region.ts';
import { regulations } from '../regulations.ts';
import type { Catalog } from '../sheet-of.ts';

const regionsOf = (catalog: Catalog): readonly Region[] => Object.values(catalog);

const answering = (catalog: Catalog, location: '*' | 'EU'): Region | undefined =>
  regionsOf(catalog).find(({ dns }) => dns.locations.includes(location));

/** Who answers instead, in words. */
const instead = (catalog: Catalog): string => {
  const rest = answering(catalog, '*');
  return rest === undefined ? 'by no region' : `by the default, ${rest.id} in ${rest.country}`;
};

// Names enough to search for, however many there are.
const named = (countries: readonly string[]): string =>
  countries.length <= 60
    ? countries.join(', ')
    : `${countries.slice(0, 20).join(', ')} and ${countries.length - 20} others`;

const oneDefault = (catalog: Catalog): readonly Problem[] => {
  const lost = countryCodes.filter(
    (country) => placedAmong(regionsOf(catalog), country) === undefined,
  );
  return unless(answering(catalog, '*') !== undefined, {
    code: 'DNS_NO_DEFAULT',
    at: 'catalog.dns.locations',
    value: 'none',
    reason: `no region answers '*', so these would get no answer: ${named(lost)}`,
    remedy: "add '*' to one region",
  });
};

const isEuropean = (country: CountryCode): boolean =>
  continentsOf(country).every((continent) => continent === 'EU');

const theContinent = (catalog: Catalog): readonly Problem[] => {
  const [europe] = regionsOf(catalog).filter(({ serves }) => serves.some(isEuropean));
  const served = regionsOf(catalog).flatMap(({ serves }) => serves);
  const lost = followers.filter((country) => !served.includes(country));
  return unless(
    europe === undefined || answering(catalog, 'EU') !== undefined || lost.length === 0,
    {
      code: 'DNS_NO_CONTINENT',
      at: 'catalog.dns.locations',
      value: 'none',
      reason: `no region answers 'EU', so these would be answered ${instead(catalog)}: ${named(lost)}`,
      remedy: `add 'EU' to a region that serves Europe, such as ${europe?.id}`,
    },
  );
};

// The laws of the continent's countries were read for some areas (neighbours.ts).
const continentRead = (catalog: Catalog): readonly Problem[] => {
  const europe = answering(catalog, 'EU');
  if (europe === undefined) return [];
  const isRead = readAreas.some((area) => area === areaOf(europe.country));
  return unless(isRead, {
    code: 'DNS_CONTINENT_UNREAD',
    at: `${europe.id}.country`,
    value: europe.country,
    reason: `answers 'EU', but the laws of ${named(followers)} were read for ${readAreas.join(' and ')} only`,
    remedy: 'read them for this country in packages/region-catalog/src/neighbours.ts',
  });
};

const theProtected = (catalog: Catalog): readonly Problem[] =>
  Object.entries(regulations).flatMap(([code, { title, protects }]) => {
    const lost = protects.filter((country) => {
      const placed = placedAmong(regionsOf(catalog), country);
      return placed === undefined || placed.basis === 'default';
    });
    return unless(lost.length === 0, {
      code: 'COUNTRY_UNSERVED',
      at: 'catalog.serves',
      value: code,
      reason: `${title} protects people who would be answered ${instead(catalog)}: ${named(lost)}`,
      remedy:
        'serve them in a region; when no tenant of theirs is left, take them out of regulations.ts',
    });
  });

const rules = [oneDefault, theContinent, continentRead, theProtected];

/**
 * No answer vanishes unseen: `*`, `EU` and every country that a law of the catalog protects are answered,
 * or the countries that would be answered by another region or by none are named.
 */
export const answerRules = (catalog: Catalog): readonly Problem[] =>
  rules.flatMap((rule) => rule(catalog));
