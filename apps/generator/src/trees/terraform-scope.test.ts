import { clusterIn, committed as facts, loner } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import type { Scope } from '../scope.ts';
import { terraformTree } from './terraform.ts';

const folders = (scope: Scope) => terraformTree.folders(facts, scope);
const planned = (scope: Scope) => [
  ...new Set(
    terraformTree.plan(facts, scope).files.map(({ path }) => path.slice(0, path.lastIndexOf('/'))),
  ),
];
const production = 'terraform/environments/production';

it('renders a region with its link, and nothing that belongs to no region', () => {
  expect(folders({ environment: 'production', region: loner.id })).toEqual([
    `${production}/${loner.id}`,
    `${production}/links/${loner.id}`,
  ]);
});

it('renders what has no region with its environment', () => {
  expect(folders({ environment: 'production' })).toContain(`${production}/global`);
});

it('keeps other files in the folder of a place, whatever the scope', () => {
  for (const scope of [
    { environment: 'staging' },
    { environment: 'staging', region: clusterIn('staging').region.id },
  ]) {
    expect(folders(scope)).toEqual(['terraform/environments/staging']);
    expect(planned(scope)).toContain('terraform/environments/staging/global');
  }
});

it('renders nothing for one service', () => {
  expect([...folders({ service: 'api' }), ...planned({ service: 'api' })]).toEqual([]);
});
