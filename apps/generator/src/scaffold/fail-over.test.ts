import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failoverRules, standbyOf, takenOver } from '@bizflow/config/failover';
import { loner, nth, usual } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plan } from '../plan.ts';
import { failOver } from './fail-over.ts';

const source = 'packages/config/src/failover/failover.ts';
const original = readFileSync(join(repository, source), 'utf8');

/** A region that a standby usually stands by for. */
const followed = nth(
  Object.values(usual.catalog).filter(({ id }) => standbyOf(usual.catalog, id) !== undefined),
  0,
);

const workspace = () => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write(source, original);
  tree.write('images.lock.json', readFileSync(join(repository, 'images.lock.json'), 'utf8'));
  return tree;
};

const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
afterEach(() => warnings.mockClear());

describe('the failover generator', () => {
  it('adds the lost region to one line, and says what breaks', () => {
    const tree = workspace();
    failOver(tree, { lost: followed.id }, usual);
    expect(tree.read(source, 'utf8')).toBe(
      original.replace(/freeze\(\[.*\]\);/, `freeze(['${followed.id}']);`),
    );
    const said = warnings.mock.calls.flat().join('\n');
    const standby = standbyOf(usual.catalog, followed.id) ?? followed;
    const effects = failoverRules(usual, takenOver(usual, followed.id), followed, standby);
    expect(effects.map(({ code }) => code)).toContain('FAILOVER_RESIDENCY');
    for (const { code, at } of effects) for (const word of [code, at]) expect(said).toContain(word);
  });

  it.each([
    [loner.id, 'FAILOVER_NO_STANDBY'],
    ['mars-north-1', 'REGION_UNKNOWN'],
  ])('refuses %s with %s, and changes nothing', (lost, code) => {
    const tree = workspace();
    expect(() => failOver(tree, { lost })).toThrow(code);
    expect(tree.read(source, 'utf8')).toBe(original);
  });

  it('refuses a region that is failed over, and names the page of the way back', () => {
    const { id } = followed;
    const after = { ...usual, ...takenOver(usual, id), failedOver: [id] };
    const again = () => failOver(workspace(), { lost: id }, after);
    expect(again).toThrow('FAILOVER_DONE');
    expect(again).toThrow(`follow docs/runbooks/${id}/failback.md`);
  });
});

it('leaves staging as it is: its database is its own, whatever becomes of production', () => {
  const staging = { environment: 'staging' };
  const after = { ...usual, ...takenOver(usual, followed.id) };
  expect(plan(after, staging).files).toEqual(plan(usual, staging).files);
  expect(plan(after, {}).files).not.toEqual(plan(usual, {}).files);
});
