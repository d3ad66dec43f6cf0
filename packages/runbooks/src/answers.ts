import { type Fleet, regionsInOrder } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import {
  type CountryCode,
  continentsOf,
  countryCodes,
  neighbours,
  placedAmong,
  type Region,
  regulations,
} from '@bizflow/region-catalog';
import { actsOfAdequacy, europeBeyond } from './laws-read.ts';
import { heads, row } from './markdown-parts.ts';

/** For data protection: who is answered where, on what basis, and what happens to everyone else. */
export const answersPage = ({ catalog, exceptions }: Fleet): string => {
  const regions = regionsInOrder(catalog);
  const placed = (country: CountryCode | null) => placedAmong(regions, country);
  const europe = regions.find(({ dns }) => dns.locations.includes('EU'));
  const highRisk = edge.highRiskCountries;
  return [
    '# Who is answered where',
    '',
    'Route 53 answers the API by the country of the address that asks, and tenants are placed by the country of their contract: both follow this table. `regionForCountry` of the catalog gives the region and the basis. Nothing is stored by an answer of DNS; data rests where the tenant is placed.',
    '',
    ...heads('Who', 'Basis', 'Region', 'Data rests in', 'While the region is down'),
    ...regions.map((region) => place(region.serves.join(', '), lawsOf(region), region)),
    ...(europe === undefined
      ? []
      : [
          place(
            `Europe beyond: ${placedBy('continent', regions).join(', ')}; Kosovo; addresses known only to be in Europe`,
            '`continent`: the laws below',
            europe,
          ),
        ]),
    ...unserved(regions),
    '',
    'No region serves an address whose basis is `default`. For it',
    '',
    "- the API answers, in the region above; before a tenant is placed there, data protection decides: software that places tenants refuses `basis: 'default'`;",
    '- admin pages answer 403, as they do for every country outside the rows of the regions;',
    ...(highRisk.length === 0
      ? []
      : [`- ${highRisk.join(', ')} get 403 everywhere, before any region reads the request;`]),
    '- files of the CDN come from the edge nearest to it; they belong to no tenant.',
    '',
    ...europeBeyond(europe, (country) => placed(country)?.region ?? ''),
    ...actsOfAdequacy(exceptions),
  ].join('\n');
};

const unserved = (regions: readonly Region[]): readonly string[] => {
  const rest = regions.find(({ id }) => id === placedAmong(regions, null)?.region);
  if (rest === undefined) return [];
  const byDefault = placedBy('default', regions);
  const disputed = byDefault.filter((country) => continentsOf(country).length > 1);
  const forbidden = neighbours.filter(({ readings }) =>
    Object.values(readings).includes('forbidden'),
  );
  return [
    ...forbidden.map(({ name, country }) =>
      place(
        `${name} (${country})`,
        '`default`: the law below keeps their data out of every region; accept no tenant',
        rest,
      ),
    ),
    ...disputed.map((country) =>
      place(
        country,
        '`default`: in Europe for some databases, in Asia for others; no region serves it',
        rest,
      ),
    ),
    place(
      `The other ${byDefault.length - forbidden.length - disputed.length} countries, and addresses without a known country`,
      '`default`: no region serves them, and none of their laws was read',
      rest,
    ),
  ];
};

const place = (who: string, basis: string, { id, country, fallback }: Region): string =>
  row(who, basis, id, country, fallback.kind === 'region' ? fallback.region : 'a page, 503');

const lawsOf = ({ regulations: codes }: Region): string =>
  `\`served\`: ${codes.map((code) => regulations[code].title).join('; ')}`;

const placedBy = (basis: string, regions: readonly Region[]): readonly CountryCode[] =>
  countryCodes.filter((country) => placedAmong(regions, country)?.basis === basis);
