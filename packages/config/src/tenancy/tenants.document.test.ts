import { changed } from '@bizflow/config/testing';
import { regionIds } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';

const quota = { pods: 20, cpu: 8, memoryGi: 16 };

/** Where the rules let a tenant of a country be placed. */
const homesOf = (country: string): readonly string[] =>
  regionIds.filter((region) => {
    const fleet = changed((d) => d.tenants.push({ name: 'acme', country, region, quota }));
    return fleetRules(fleet).every(({ code }) => code !== 'TENANT_MISPLACED');
  });

// The document's "Regional data routing via tenant country", and a country it does not name.
const routes = { IN: 'ap-south-1', SG: 'ap-southeast-1', MY: 'ap-southeast-1', AE: 'me-south-1' };
const more = { GB: 'eu-west-2', IE: 'eu-west-2', CY: 'eu-west-2', US: 'ap-south-1' };

it.each(Object.entries({ ...routes, ...more }))('places tenants of %s in %s', (country, region) => {
  expect(homesOf(country)).toEqual([region]);
});
