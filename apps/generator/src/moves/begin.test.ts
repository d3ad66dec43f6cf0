import type { Fleet } from '@bizflow/config';
import { withMoves } from '@bizflow/config/moves';
import { nth } from '@bizflow/config/testing';
import { adequacy, basisOf } from '@bizflow/region-catalog/rules';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sources } from '../catalog-sources.ts';
import { begun, changes, leaving, options, places, to, workspace } from '../testing/begun-move.ts';
import { codesOf } from '../testing/codes-of.ts';
import { evacuate, replaceRegion, retireRegion, secondRegion } from './commands.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => said.mockClear());
const spoken = (): string => said.mock.calls.flat().join('\n');

describe('a move that begins', () => {
  it('shows what becomes of people, data, borders, machines and money, and writes its first step only', () => {
    const tree = workspace();
    replaceRegion(tree, options, places);
    expect(changes(tree).toSorted()).toEqual(
      [
        `${sources}/regions/${to}.ts`,
        `${sources}/moves/under-way/${leaving}-to-${to}.ts`,
        `${sources}/moves/moves.ts`,
        `${sources}/region-ids.ts`,
        `${sources}/sheets.ts`,
        'packages/config/src/assigned/assigned.ts',
        'packages/config/src/cost/prices.ts',
        'packages/config/src/release/promotion.ts',
      ].toSorted(),
    );
    for (const part of ['People', 'Data', 'Borders', 'Capacity', 'Cost a month'])
      expect(spoken()).toContain(`\n${part}`);
    expect(spoken()).toContain(
      `move-people: the page -> ${to} for ${places.catalog[leaving].serves.length} countr`,
    );
  });

  it('is refused with every border that no legal basis covers, and writes nothing', () => {
    const tree = workspace();
    const { basis: _, decision: __, ...silent } = options;
    const codes = codesOf(() => replaceRegion(tree, silent, places));
    expect(new Set(codes)).toEqual(new Set(['RESIDENCY_CROSSING']));
    expect(spoken()).toContain('NO LEGAL BASIS IS WRITTEN');
    expect(changes(tree)).toEqual([]);
  });

  it.each([
    ['a page that is not there', { decision: 'docs/decisions/9999-none.md' }, 'CITATION_MISSING'],
    ['a file of another folder', { decision: 'README.md' }, 'CITATION_MISSING'],
    ['a legal basis without its page', { decision: undefined }, 'CITATION_MISSING'],
    ['a page without a legal basis', { basis: undefined }, 'BASIS_MISSING'],
    ['a legal basis that says nothing', { basis: ' ' }, 'BASIS_MISSING'],
  ])('is refused with %s, whichever command begins it, and writes nothing', (_, wrong, code) => {
    for (const command of [replaceRegion, secondRegion, evacuate]) {
      const tree = workspace();
      const [first = ''] = Object.keys(places.sheets).filter((id) => id !== leaving);
      const own = command === evacuate ? { ...options, to: first } : options;
      expect(codesOf(() => command(tree, { ...own, ...wrong }, places))).toEqual([code]);
      expect(changes(tree)).toEqual([]);
    }
  });

  it('is refused with a legal basis that holds for others', () => {
    const basis = basisOf(adequacy['EEA to GB']);
    const codes = codesOf(() => replaceRegion(workspace(), { ...options, basis }, places));
    expect(codes).toContain('BASIS_ELSEWHERE');
  });

  it('says where no copy of the data can be reached', () => {
    const sheets = {
      ...places.sheets,
      [leaving]: { ...places.sheets[leaving], status: 'impaired' },
    };
    const lost = { ...places, sheets } as Fleet;
    replaceRegion(workspace(), options, { ...lost, ...withMoves(lost, []) });
    expect(spoken()).toContain('NO COPY CAN BE REACHED');
  });

  it('is refused where it is on its way already, and where a region would replace itself', () => {
    const { facts, move } = begun();
    expect(() => replaceRegion(workspace(), options, facts)).toThrow(
      `the move ${move.id} is in progress, at the step ${move.step}\n  -> go on with that move: npx nx generate @bizflow/generator:next-step ${move.id}`,
    );
    const itself = { ...options, to: leaving };
    expect(() => replaceRegion(workspace(), itself, places)).toThrow('its own place');
  });

  it.each([
    [
      'a region that is unknown',
      () => retireRegion(workspace(), { from: 'xx-moon-1', to: '' }, places),
      'REGION_UNKNOWN',
    ],
    [
      'a region that still serves people',
      () => retireRegion(workspace(), { from: leaving, to: '' }, places),
      'REGION_STRANDS',
    ],
    [
      'a new region that is there already',
      () => replaceRegion(workspace(), { ...options, to: leaving }, places),
      'REGION_TAKEN',
    ],
    [
      'people of another region',
      () =>
        evacuate(
          workspace(),
          { ...options, to: nth(Object.keys(places.sheets), 0), people: 'AQ' },
          places,
        ),
      'MOVE_PEOPLE',
    ],
    [
      'a place that AWS has not',
      () => secondRegion(workspace(), { ...options, to: 'xx-moon-1' }, places),
      'PLACE_UNKNOWN',
    ],
    [
      'a place of another partition',
      () => replaceRegion(workspace(), { ...options, to: 'cn-north-1' }, places),
      'PLACE_PARTITION',
    ],
  ])('refuses %s, and shows no preview of it', (_, run, code) => {
    expect(codesOf(run)).toContain(code);
    expect(spoken()).toBe('');
  });
});
