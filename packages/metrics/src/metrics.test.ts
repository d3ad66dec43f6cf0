import { expect, it } from 'vitest';
import * as api from './index.ts';

const all = Object.values(api.metrics);

it('exports these names and no others: a change here is a new version', () => {
  expect(Object.keys(api)).toEqual(['metrics']);
});

it('promises these metrics: a change of any word here is a new version', () => {
  expect(all.map(({ name, unit }) => `${name} ${unit}`)).toMatchInlineSnapshot(`
    [
      "bizflow.request.duration s",
      "bizflow.up 1",
      "bizflow.users.active 1",
      "bizflow.tenants.active 1",
      "bizflow.tenant.actions 1",
      "bizflow.api.requests 1",
      "bizflow.whatsapp.messages 1",
      "bizflow.subscriptions 1",
    ]
  `);
});

it('names each metric once, in words that OpenTelemetry and CloudWatch both take', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, attributes } of all) {
    expect(name).toMatch(/^bizflow(?:\.[a-z][a-z_]*)+$/);
    // CloudWatch takes 255 characters of a dimension's name and value (API, `Dimension`).
    for (const key of Object.keys(attributes)) expect(key).toMatch(/^[a-z][a-z._]{0,254}$/);
  }
});

it('joins gauges of the whole region by their maximum, for every process reports them all', () => {
  for (const { instrument, joined, name } of all) {
    if (instrument === 'gauge' && name !== 'bizflow.up') expect(joined).toBe('maximum');
    if (instrument === 'counter') expect(joined).toBe('sum');
  }
});

it('is frozen to its depth', () => {
  expect(Object.isFrozen(api.metrics.requestDuration.attributes.outcome)).toBe(true);
});
