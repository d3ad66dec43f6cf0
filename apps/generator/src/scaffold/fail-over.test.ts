import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takenOver } from '@bizflow/config/failover';
import { committed, followed, loner } from '@bizflow/config/testing';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plan } from '../plan.ts';
import { failOver } from './fail-over.ts';

const root = join(import.meta.dirname, '../../../..');
const source = 'packages/config/src/failover/failover.ts';
const original = readFileSync(join(root, source), 'utf8');

const workspace = () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write(source, original);
  tree.write('images.lock.json', readFileSync(join(root, 'images.lock.json'), 'utf8'));
  return tree;
};

const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
afterEach(() => warnings.mockClear());

describe('the failover generator', () => {
  it('adds the lost region to one line, and says what breaks', () => {
    const tree = workspace();
    failOver(tree, { lost: followed.id });
    expect(tree.read(source, 'utf8')).toBe(
      original.replace('freeze([]);', `freeze(['${followed.id}']);`),
    );
    const said = warnings.mock.calls.flat().join('\n');
    for (const code of ['FAILOVER_CAPACITY', 'FAILOVER_RESIDENCY']) expect(said).toContain(code);
  });

  it.each([
    [loner.id, 'FAILOVER_NO_STANDBY'],
    ['mars-north-1', 'REGION_UNKNOWN'],
  ])('refuses %s with %s, and changes nothing', (lost, code) => {
    const tree = workspace();
    expect(() => failOver(tree, { lost })).toThrow(code);
    expect(tree.read(source, 'utf8')).toBe(original);
  });
});

it('leaves staging as it is: its database is its own, whatever becomes of production', () => {
  const facts = committed;
  const staging = { environment: 'staging' };
  const after = { ...facts, ...takenOver(facts, followed.id) };
  expect(plan(after, staging).files).toEqual(plan(facts, staging).files);
  expect(plan(after, {}).files).not.toEqual(plan(facts, {}).files);
});
