import { type Problem, problem, unless } from '@bizflow/kernel';
import { isCountryCode } from '../countries.ts';
import type { Region } from '../region.ts';
import { type RegulationCode, regulations } from '../regulations.ts';
import type { Catalog } from '../sheet-of.ts';

type Rule = (catalog: Catalog) => readonly Problem[];

const countriesExist: Rule = (catalog) =>
  Object.values(catalog).flatMap((region) =>
    [
      ['country', region.country] as const,
      ...region.serves.map((c, i) => [`serves[${i}]`, c] as const),
    ]
      .filter(([, country]) => !isCountryCode(country))
      .map(([fact, country]) => {
        const reason = 'is not an ISO 3166-1 alpha-2 code';
        const remedy = 'use a code of countryCodes; the United Kingdom is GB, the EU is euMembers';
        return problem({
          code: 'COUNTRY_UNKNOWN',
          at: `${region.id}.${fact}`,
          value: country,
          reason,
          remedy,
        });
      }),
  );

const servedOnce: Rule = (catalog) => {
  const served = Object.values(catalog).flatMap(({ id, serves }) =>
    serves.map((country, index) => ({ country, at: `${id}.serves[${index}]` })),
  );
  return served.flatMap(({ country, at }, index) => {
    const first = served.findIndex((other) => other.country === country);
    const reason = `is already served (${served[first]?.at})`;
    return unless(first === index, {
      code: 'COUNTRY_SERVED_TWICE',
      at,
      value: country,
      reason,
      remedy: 'keep it in one region',
    });
  });
};

const isRegulation = (code: string): code is RegulationCode => Object.hasOwn(regulations, code);

const regulationsExist: Rule = (catalog) =>
  Object.values(catalog).flatMap((region) =>
    region.regulations
      .filter((code) => !isRegulation(code))
      .map((code) => {
        const remedy = `use one of ${Object.keys(regulations).join(', ')}`;
        const at = `${region.id}.regulations`;
        return problem({
          code: 'REGULATION_UNKNOWN',
          at,
          value: code,
          reason: 'is not a law of regulations.ts',
          remedy,
        });
      }),
  );

const lawsOf = (region: Region): readonly string[] =>
  Object.entries(regulations)
    .filter(([, { protects }]) =>
      protects.some((country) => (region.serves as readonly string[]).includes(country)),
    )
    .map(([code]) => code);

const regulationsCover: Rule = (catalog) =>
  Object.values(catalog).flatMap((region) =>
    lawsOf(region)
      .filter((code) => !(region.regulations as readonly string[]).includes(code))
      .map((code) => {
        const reason = 'protects people that this region serves, but is not listed';
        const at = `${region.id}.regulations`;
        return problem({
          code: 'REGULATION_MISSING',
          at,
          value: code,
          reason,
          remedy: `add '${code}'`,
        });
      }),
  );

// A law may bind a region by whom it serves or by where it keeps their data.
const regulationsNeeded: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, country, serves, life, regulations: named }) =>
    named.filter(isRegulation).flatMap((code) => {
      const protects: readonly string[] = regulations[code].protects;
      return unless(
        [country, ...serves, ...life.keeps].some((bound) => protects.includes(bound)),
        {
          code: 'REGULATION_IDLE',
          at: `${id}.regulations`,
          value: code,
          reason: 'protects no country that this region serves',
          remedy: 'remove it, or serve a country it protects',
        },
      );
    }),
  );

const rules = [countriesExist, servedOnce, regulationsExist, regulationsCover, regulationsNeeded];

/** Countries and laws exist, a country has one home, and no law of a served country is forgotten. */
export const countryRules: Rule = (catalog) => rules.flatMap((rule) => rule(catalog));
