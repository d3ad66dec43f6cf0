import { changed } from '@bizflow/config/testing';
import { countryCodes, regionForCountry } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';

const quota = { pods: 20, cpu: 8, memoryGi: 16 };

it('routes every country only by the catalog', () => {
  const tenants = countryCodes.map((country, index) => {
    const { region } = regionForCountry(country);
    return { name: `tenant-${index}`, country, region, quota };
  });
  const fleet = changed((draft) => draft.tenants.push(...tenants));
  expect(tenants.length).toBeGreaterThan(200);
  expect(fleetRules(fleet).filter(({ code }) => code.startsWith('TENANT_'))).toEqual([]);
});
