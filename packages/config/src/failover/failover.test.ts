import { exampleFleet, nth } from '@bizflow/config/testing';
import type { Catalog } from '@bizflow/region-catalog';
import { crossings } from '@bizflow/region-catalog/rules';
import { describe, expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { takenOver } from './failover.ts';
import { failoverRules } from './failover-rules.ts';

const fleet = exampleFleet();
const sheetOf = (id: string) =>
  nth(
    Object.values(fleet.catalog).filter((sheet) => `${sheet.id}` === id),
    0,
  );
const [{ id: lost }, { id: standby }] = [sheetOf('xx-central-1'), sheetOf('xx-east-1')];
const after = takenOver(fleet, lost);
const errors = (facts: typeof fleet) =>
  fleetRules(facts).filter(({ severity }) => severity === 'error');

describe('a standby that takes over', () => {
  it('leaves a fleet that keeps every rule, residency among them', () => {
    expect(errors({ ...fleet, ...after })).toEqual([]);
  });

  it('takes every write that went to the lost region, and is copied to it', () => {
    const writers = (catalog: Catalog) =>
      Object.values(catalog).map(({ id, database }) => [id, database.writer]);
    const moved = writers(fleet.catalog).map(([id, writer]) => [
      id,
      writer === lost ? standby : writer,
    ]);
    expect(writers(after.catalog)).toEqual(moved);
    expect(after.catalog[lost].database).toMatchObject({ role: 'replica', source: standby });
    expect(after.catalog[standby].redis.global?.role).toBe('primary');
    expect(after.catalog[lost].redis.global?.role).toBe('secondary');
    expect(after.catalog[standby].buckets.map(({ replicatesTo }) => replicatesTo)).toEqual([lost]);
  });

  it('moves no people that were not concerned: the others keep their sheets', () => {
    for (const { id } of ['xx-north-1', 'xx-west-1'].map(sheetOf))
      expect(after.catalog[id]).toEqual(fleet.catalog[id]);
  });

  it('gives each new border crossing a legal basis of the same people and country', () => {
    for (const { flow, from, to, subjects } of crossings(after.catalog)) {
      const bases = after.exceptions.filter(
        (one) => one.flow === flow && one.from === from && one.to === to,
      );
      expect(bases.flatMap((one) => one.subjects).toSorted()).toEqual([...subjects].toSorted());
      for (const exception of bases)
        expect(
          fleet.exceptions.some(
            ({ to: other, basis }) => other === to && basis === exception.basis,
          ),
        ).toBe(true);
    }
  });

  it('is named by the rules where no legal basis is written', () => {
    const groundless = {
      ...fleet,
      exceptions: fleet.exceptions.filter(({ to }) => to !== standby),
    };
    const codes = errors({ ...fleet, ...takenOver(groundless, lost) }).map(
      ({ code, value }) => `${code} ${value}`,
    );
    expect(codes).toContain(`RESIDENCY_CROSSING write ${lost} -> ${standby}`);
  });

  it('does not exist for a region that keeps its data at home', () => {
    expect(takenOver(fleet, sheetOf('xx-west-1').id)).toEqual({
      catalog: fleet.catalog,
      exceptions: fleet.exceptions,
    });
  });
});

describe('what people should know before', () => {
  const concerns = failoverRules(fleet, after, fleet.catalog[lost], fleet.catalog[standby]);

  it('names the smaller database, the missing zone, the fewer nodes and each border', () => {
    expect(concerns.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'FAILOVER_CAPACITY xx-east-1.database.instance',
      'FAILOVER_CAPACITY xx-east-1.database.multiAz',
      'FAILOVER_CAPACITY xx-east-1.cluster.nodes.max',
      'FAILOVER_RESIDENCY xx-central-1.database.writer',
      'FAILOVER_RESIDENCY xx-central-1.database.source',
      'FAILOVER_RESIDENCY xx-central-1.database.source',
      'FAILOVER_RESIDENCY xx-central-1.redis.global',
      'FAILOVER_RESIDENCY xx-central-1.fallback.region',
      'FAILOVER_RESIDENCY xx-east-1.buckets[0].replicatesTo',
    ]);
  });

  it('names an image that only one of the two runs', () => {
    const { production } = fleet.lock.images;
    const { api } = production;
    if (api === undefined) throw new Error('the fleet pins no api');
    const next = { ...api, digest: `sha256:${'9'.repeat(64)}` as const, regions: [standby] };
    const lock = {
      ...fleet.lock,
      images: { ...fleet.lock.images, production: { ...production, api: { ...api, next } } },
    };
    const found = failoverRules(
      { ...fleet, lock } as typeof fleet,
      after,
      fleet.catalog[lost],
      fleet.catalog[standby],
    );
    expect(found.map(({ code }) => code)).toContain('FAILOVER_DIGEST');
  });
});
