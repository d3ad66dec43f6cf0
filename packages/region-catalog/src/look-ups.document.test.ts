import { expect, it } from 'vitest';
import { type CountryCode, euMembers } from './countries.ts';
import { regionForCountry, regionsUnder } from './look-ups.ts';

const served: ReadonlyMap<CountryCode, string> = new Map<CountryCode, string>([
  ['IN', 'ap-south-1'],
  ['SG', 'ap-southeast-1'],
  ['MY', 'ap-southeast-1'],
  ['AE', 'me-south-1'],
  ['GB', 'eu-west-2'],
  ...euMembers.map((member): [CountryCode, string] => [member, 'eu-west-2']),
]);

it('places the people of the 32 countries of the document where it says', () => {
  expect(served.size).toBe(32);
  for (const [country, region] of served) {
    expect([country, regionForCountry(country)]).toEqual([country, { region, basis: 'served' }]);
  }
});

// The document's location "EU" is Route 53's continent; its laws were read one by one (0069).
// biome-ignore format: a table reads better than one code a line
const follow = [
  'AD', 'AL', 'BA', 'BY', 'CH', 'FO', 'GG', 'GI', 'IM', 'IS', 'JE', 'LI', 'MC', 'MD', 'ME', 'MK', 'NO',
  'RS', 'SJ', 'SM', 'UA', 'VA',
] as const;

it('places the rest of Europe in the United Kingdom, but no one whose law forbids it', () => {
  for (const country of follow) {
    expect([country, regionForCountry(country)]).toEqual([
      country,
      { region: 'eu-west-2', basis: 'continent' },
    ]);
  }
  for (const country of ['RU', 'TR', 'US'] as const) {
    expect(regionForCountry(country)).toEqual({ region: 'ap-south-1', basis: 'default' });
  }
});

it('serves the territories of members in which the GDPR applies', () => {
  for (const country of ['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'] as const) {
    expect(regionForCountry(country)).toEqual({ region: 'eu-west-2', basis: 'served' });
  }
});

it.each([
  ['DPDP', ['ap-south-1']],
  ['PDPA-SG', ['ap-southeast-1']],
  ['PDPA-MY', ['ap-southeast-1']],
  ['UAE-PDPL', ['me-south-1']],
  ['GDPR', ['eu-west-2']],
] as const)('finds the regions of the document that %s binds', (law, regions) => {
  expect(regionsUnder(law)).toEqual(expect.arrayContaining([...regions]));
});
