import { expect, it } from 'vitest';
import * as api from './index.ts';

it('exports these names and no others: a change here is a new version', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "areaOf",
      "catalog",
      "continentsOf",
      "countryCodes",
      "countryName",
      "defaultPlacement",
      "domain",
      "eeaMembers",
      "euMembers",
      "euTerritories",
      "exceptions",
      "hostsIn",
      "hostsOf",
      "isCountryCode",
      "isRegionId",
      "kubernetesVersions",
      "lawsOf",
      "neighbours",
      "placedAmong",
      "readingOf",
      "regionForCountry",
      "regionIds",
      "regionsUnder",
      "regulations",
      "subnets",
      "targetCountries",
    ]
  `);
});
