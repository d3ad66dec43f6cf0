import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed, followed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { expect, it } from 'vitest';
import { GeneratorError } from '../error.ts';
import { newRegionIn } from '../testing/newcomers.ts';
import { addRegion } from './add-region.ts';
import { addService } from './add-service.ts';

const workspace = () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('images.lock.json', readFileSync(join(repository, 'images.lock.json'), 'utf8'));
  tree.write('packages/config/src/services/service.ts', '');
  return tree;
};

const codesOf = (run: () => unknown): readonly string[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof GeneratorError) return error.problems.map(({ code }) => code);
    throw error;
  }
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
  expect(tree.read(list, 'utf8')).toContain('api, invoicesService])');
});
