import { exampleFleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { deliveryRules } from './delivery-rules.ts';

it('finds nothing in the committed facts', () => {
  expect(deliveryRules(exampleFleet())).toEqual([]);
});

it('names an architecture that is none, that is listed twice, and one that is missing', () => {
  const named = (architectures: readonly string[]) =>
    deliveryRules(exampleFleet(), architectures).map(({ at, value }) => [at, value]);
  expect(named(['arm64', 'amd64', 'mips'])).toEqual([
    ['delivery.delivery.architectures[2]', 'mips'],
  ]);
  expect(named(['arm64', 'amd64', 'arm64'])).toEqual([
    ['delivery.delivery.architectures[2]', 'arm64'],
  ]);
  expect(named(['arm64'])).toEqual([['services.whatsapp-worker.compute.architecture', 'amd64']]);
});

it('names a severity that is none', () => {
  const said = deliveryRules(exampleFleet(), undefined, 'MEDIOCRE').map(({ code, value }) => [
    code,
    value,
  ]);
  expect(said).toEqual([['DELIVERY_SEVERITY', 'MEDIOCRE']]);
});
