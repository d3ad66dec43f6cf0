import {
  areaOf,
  type CountryCode,
  type LegalArea,
  neighbours,
  type Reading,
  type Region,
  type ResidencyException,
  readingOf,
} from '@bizflow/region-catalog';
import { type Adequacy, adequacy, basisOf } from '@bizflow/region-catalog/rules';
import { heads, row } from './markdown-parts.ts';

const areaNames: Readonly<Partial<Record<LegalArea, string>>> = {
  EEA: 'the European Economic Area',
  GB: 'the United Kingdom',
  CH: 'Switzerland',
};

const nameOf = (area: LegalArea): string => areaNames[area] ?? area;

const readings: Readonly<Record<Reading, (area: string) => string>> = {
  free: (area) => `its law counts ${area} as adequate`,
  contract: (area) => `no decision on ${area} is known: safeguards by contract come first`,
  forbidden: () => 'its law keeps the data in the country',
};

/** How the laws of Europe's other countries were read for the region that answers their continent. */
export const europeBeyond = (
  europe: Region | undefined,
  regionOf: (country: CountryCode) => string,
): readonly string[] => {
  if (europe === undefined) return [];
  const area = nameOf(areaOf(europe.country));
  const why = (country: CountryCode) => readings[readingOf(country, europe.country) ?? 'contract'];
  return [
    '## Europe beyond the Union and the United Kingdom',
    '',
    `Read for data in ${area}. Data protection confirms each line; the lines are \`neighbours\` in \`packages/region-catalog/src/neighbours.ts\`.`,
    '',
    ...heads('Country', 'Region', 'Why', 'Law'),
    ...neighbours.map(({ name, country, law }) =>
      row(`${name} (${country})`, regionOf(country), why(country)(area), law),
    ),
    '',
  ];
};

/** The acts of adequacy that exceptions of the fleet rest on, with their last day. */
export const actsOfAdequacy = (exceptions: readonly ResidencyException[]): readonly string[] => {
  const acts: readonly Adequacy[] = Object.values(adequacy);
  const cited = acts.filter((act) => exceptions.some(({ basis }) => basis === basisOf(act)));
  if (cited.length === 0) return [];
  return [
    '## Acts of adequacy that crossings rest on',
    '',
    'Inside the European Economic Area data moves as at home. Another area needs an act, and before its last day a new one, a contract, or another region.',
    '',
    ...heads('From', 'To', 'Act', 'Since', 'Until', 'Source'),
    ...cited.map(({ from, to, act, since, until, source }) =>
      row(nameOf(from), nameOf(to), act, since, until ?? 'no end is written', source),
    ),
    '',
  ];
};
