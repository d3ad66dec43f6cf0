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

it.each([
  ['DPDP', ['ap-south-1']],
  ['PDPA-SG', ['ap-southeast-1']],
  ['PDPA-MY', ['ap-southeast-1']],
  ['UAE-PDPL', ['me-south-1']],
  ['GDPR', ['eu-west-2']],
] as const)('finds the regions of the document that %s binds', (law, regions) => {
  expect(regionsUnder(law)).toEqual(expect.arrayContaining([...regions]));
});
