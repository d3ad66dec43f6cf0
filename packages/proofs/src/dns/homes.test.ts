import { runsServices } from '@bizflow/config';
import { atHome, followed } from '@bizflow/config/testing';
import { countryCodes, regionForCountry } from '@bizflow/region-catalog';
import type { Values } from '@bizflow/terraform-plan';
import { expect, it } from 'vitest';
import { changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { homesOf } from './homes.ts';

/** The homes in production, with each record changed; undefined takes one away. */
const homes = (change: (record: string, values: Values) => Values | undefined = (_, all) => all) =>
  homesOf(
    withPlan(own, 'environments/production/global', (plan) =>
      changedPlan(plan, /^aws_route53_record$/, (values) =>
        change(String(values.set_identifier), values),
      ),
    ),
  ).filter(({ environment }) => environment === 'production');

it('leads every country to where the catalog places its tenants, or to the page', () => {
  const running = own.planned
    .filter(({ cluster }) => cluster.environment.name === 'production' && runsServices(cluster))
    .map(({ cluster }) => cluster.region.id);
  expect(homes().map(({ country }) => country)).toEqual(countryCodes);
  for (const { country, region, basis } of homes()) {
    const placed = regionForCountry(country);
    expect(basis).toBe(placed.basis);
    expect(region, country).toBe(running.includes(placed.region) ? placed.region : null);
  }
});

it('follows the records: where the default leads elsewhere, its people are there', () => {
  const other = atHome.find(({ id }) => id !== followed.id);
  const moved = homes((record, values) =>
    record === 'default' ? { ...values, records: [`${other?.id}.home.bizflow.app`] } : values,
  );
  const before = new Map(homes().map(({ country, region }) => [country, region]));
  const led = moved.filter(({ country, region }) => region !== before.get(country));
  expect(led.length).toBeGreaterThan(0);
  for (const home of led) expect(home).toMatchObject({ basis: 'default', region: other?.id });
});

it('names no region where the answer depends on the continent that a database knows', () => {
  const torn = homes((record, values) => (record === 'TR' ? undefined : values));
  expect(torn.find(({ country }) => country === 'TR')?.region).toBeNull();
});
