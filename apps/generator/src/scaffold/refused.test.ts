import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsRegion } from '@bizflow/config/aws';
import { globalRegion } from '@bizflow/config/foundation';
import { committed, followed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { expect, it } from 'vitest';
import { codesOf } from '../testing/codes-of.ts';
import { newRegionIn } from '../testing/newcomers.ts';
import { addRegion } from './add-region.ts';
import { addService } from './add-service.ts';
import { newRegion } from './new-region.ts';

const workspace = () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('images.lock.json', readFileSync(join(repository, 'images.lock.json'), 'utf8'));
  tree.write('packages/config/src/services/service.ts', '');
  return tree;
};

const region = newRegionIn(committed);

// One mistake is one message: what would follow from it in the fleet is not told as well.
it.each([
  [{ id: followed.id }, ['REGION_TAKEN']],
  [{ id: 'London' }, ['REGION_ID']],
  [{ name: ' ' }, ['REGION_NAME']],
  [{ octet: 256 }, ['REGION_OCTET']],
  [{ octet: -1 }, ['REGION_OCTET']],
  [{ octet: 1.5 }, ['REGION_OCTET']],
  [{ id: 'London', octet: 999 }, ['REGION_ID', 'REGION_OCTET']],
])('refuses a region with %j for %j only', (wrong, codes) => {
  expect(codesOf(() => addRegion(workspace(), { ...region, ...wrong }))).toEqual(codes);
});

const elsewhere = (fits: (region: AwsRegion) => boolean): { id: string; country: string } => {
  const [id = '', { country } = { country: '' }] =
    Object.entries(committed.aws.regions).find(
      ([name, one]) =>
        name !== globalRegion && !Object.hasOwn(committed.catalog, name) && fits(one),
    ) ?? [];
  return { id, country };
};

it.each([
  ['China', { id: 'cn-north-1' }, ['PLACE_PARTITION']],
  ['a government', { id: 'us-gov-west-1' }, ['PLACE_PARTITION']],
  ['no place of AWS', { id: 'xx-moon-1' }, ['PLACE_UNKNOWN']],
  ['the global layer', { id: globalRegion, country: 'US', serves: '' }, ['PLACE_GLOBAL']],
  [
    'two zones only',
    { ...elsewhere(({ zones }) => zones.length < 3), serves: '' },
    ['PLACE_ZONES', 'PLACE_ZONE'],
  ],
  ['another country than it is in', { country: 'AQ', serves: 'AQ' }, ['PLACE_COUNTRY']],
])('writes nothing of a region in %s', (_place, wrong, codes) => {
  const tree = workspace();
  const before = tree.listChanges().map(({ path }) => path);
  expect(codesOf(() => addRegion(tree, { ...region, ...wrong }))).toEqual(codes);
  expect(tree.listChanges().map(({ path }) => path)).toEqual(before);
});

it('gives a region the zones that it has', () => {
  const { id, country } = elsewhere(({ zones }) => zones.length === 3 && !zones.startsWith('abc'));
  const known = committed.aws.regions[id];
  const { zones } = newRegion({ ...region, id, country }, known);
  expect(zones.map((zone) => zone.slice(-1)).join('')).toBe(known?.zones);
  expect(newRegion({ ...region, id: 'xx-moon-1' }, undefined).zones).toHaveLength(3);
});

it('does not write a service over a file that exists', () => {
  const options = { port: 3000, compute: 'karpenter', host: '' } as const;
  const tree = workspace();
  expect(codesOf(() => addService(tree, { ...options, name: 'service' }))).toEqual([
    'SERVICE_TAKEN',
  ]);
  expect(tree.read('packages/config/src/services/service.ts', 'utf8')).toBe('');
});

it('adds a service to a list that is written over several lines', () => {
  const tree = workspace();
  tree.write('charts.lock.json', readFileSync(join(repository, 'charts.lock.json'), 'utf8'));
  const list = 'packages/config/src/services/services.ts';
  tree.write(
    list,
    "import { api } from './api.ts';\nexport const services = freeze([\n  api,\n]);\n",
  );
  addService(tree, { name: 'invoices', port: 3000, compute: 'karpenter', host: '' });
  expect(tree.read(list, 'utf8')).toContain('api,\n  invoicesService,\n])');
});
