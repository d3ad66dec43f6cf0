import { expect, it } from 'vitest';
import * as api from './index.ts';

it('exports these names and no others: a change here is a new version', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "adequacy",
      "allowedFlows",
      "areaOf",
      "basisOf",
      "catalog",
      "catalogDocument",
      "catalogRules",
      "contains",
      "continentsOf",
      "countryCodes",
      "crossings",
      "dataFlows",
      "defaultPlacement",
      "eeaMembers",
      "euMembers",
      "euTerritories",
      "exceptions",
      "isCountryCode",
      "kubernetesVersions",
      "neighbours",
      "overlaps",
      "parseCidr",
      "placedAmong",
      "placedNetworkRules",
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
