import { type Fleet, fleetRules } from '@bizflow/config';
import { fleetAt, waitsOf, withMoves } from '@bizflow/config/moves';
import { loner, nth, usual } from '@bizflow/config/testing';
import { type Move, stepAfter } from '@bizflow/region-catalog/moves';
import { repository } from '@bizflow/testing/repository';
import type { Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GeneratorError } from '../error.ts';
import { isError } from '../plan.ts';
import { joined, sources } from '../scaffold/register-region.ts';
import { newRegionIn } from '../testing/newcomers.ts';
import { withBudget } from './budgets.ts';
import { evacuate, nextStep, replaceRegion, retireRegion, secondRegion } from './commands.ts';
import { replaceDraft } from './drafts.ts';
import { exceptionsOf } from './new-move.ts';

const grounds = {
  basis: 'an example',
  decision: 'docs/decisions/0071-a-region-moves-in-small-steps.md',
};
const to = newRegionIn(usual).id;
const options = { from: loner.id, to, ...grounds };

const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => said.mockClear());
const spoken = (): string => said.mock.calls.flat().join('\n');

const workspace = (): Tree => new FsTree(repository, false);
const changes = (tree: Tree): readonly string[] => tree.listChanges().map(({ path }) => path);

const codesOf = (run: () => unknown): readonly string[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof GeneratorError) return error.problems.map(({ code }) => code);
    throw error;
  }
};

/** The fleet with the move of `options` at its first step, as a render after the command loads it. */
const begun = (): { readonly facts: Fleet; readonly move: Move } => {
  const { move: draft, sheet } = replaceDraft(usual, options);
  if (sheet === null) throw new TypeError('a new region has a sheet');
  const facts = withBudget(joined(usual, sheet), to, loner.id);
  const move = { ...draft, exceptions: exceptionsOf(facts, draft, grounds) };
  return { facts: { ...facts, ...withMoves(facts, [move]) }, move };
};

describe('a move that begins', () => {
  it('shows what becomes of people, data, borders, machines and money, and writes its first step only', () => {
    const tree = workspace();
    replaceRegion(tree, options, usual);
    expect(changes(tree).toSorted()).toEqual(
      [
        `${sources}/regions/${to}.ts`,
        `${sources}/moves/under-way/${loner.id}-to-${to}.ts`,
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
    expect(spoken()).toContain(`move-people: the page -> ${to} for ${loner.serves.length} countr`);
  });

  it('is refused with every border that no legal basis covers, and writes nothing', () => {
    const tree = workspace();
    const { basis: _, ...silent } = options;
    const codes = codesOf(() => replaceRegion(tree, silent, usual));
    expect(new Set(codes)).toEqual(new Set(['RESIDENCY_CROSSING']));
    expect(spoken()).toContain('NO LEGAL BASIS IS WRITTEN');
    expect(changes(tree)).toEqual([]);
  });

  it('says where no copy of the data can be reached', () => {
    const sheets = {
      ...usual.sheets,
      [loner.id]: { ...usual.sheets[loner.id], status: 'impaired' },
    };
    const lost = { ...usual, sheets } as Fleet;
    replaceRegion(workspace(), options, { ...lost, ...withMoves(lost, []) });
    expect(spoken()).toContain('NO COPY CAN BE REACHED');
  });

  it.each([
    [
      'a region that is unknown',
      () => retireRegion(workspace(), { from: 'xx-moon-1', to: '' }, usual),
      'REGION_UNKNOWN',
    ],
    [
      'a region that still serves people',
      () => retireRegion(workspace(), { from: loner.id, to: '' }, usual),
      'REGION_STRANDS',
    ],
    [
      'a new region that is there already',
      () => replaceRegion(workspace(), { ...options, to: loner.id }, usual),
      'REGION_TAKEN',
    ],
    [
      'people of another region',
      () =>
        evacuate(
          workspace(),
          { ...options, to: nth(Object.keys(usual.sheets), 0), people: 'AQ' },
          usual,
        ),
      'MOVE_PEOPLE',
    ],
    [
      'a place that AWS has not',
      () => secondRegion(workspace(), { ...options, to: 'xx-moon-1' }, usual),
      'PLACE_UNKNOWN',
    ],
  ])('refuses %s, and shows no preview of it', (_, run, code) => {
    expect(codesOf(run)).toContain(code);
    expect(spoken()).toBe('');
  });
});

describe('the next step', () => {
  const { facts, move } = begun();
  const waits = waitsOf(facts, move, move.step);
  const teams = [...new Set(waits.map(({ by }) => by))];
  const idsOf = (team: string) => waits.filter(({ by }) => by === team).map(({ id }) => id);
  const seen = { evidence: 'OPS-1' };
  /** The facts of a move whose waits of this step other teams have confirmed. */
  const confirmedButBy = (team: string): Fleet => {
    const confirmations = waits
      .filter(({ by }) => by !== team)
      .map(({ id, by }) => ({ step: move.step, wait: id, by, ...seen }));
    return { ...facts, moves: [{ ...move, confirmations }] };
  };
  const begunTree = (): Tree => {
    const tree = workspace();
    replaceRegion(tree, options, usual);
    return tree;
  };
  const file = `${sources}/moves/under-way/${move.id}.ts`;

  it('is sound for the rules at every step, when what came before is confirmed', () => {
    let now = facts;
    for (let own: Move | undefined = move; own !== undefined; ) {
      expect([own.step, fleetRules(now).filter(isError)]).toEqual([own.step, []]);
      const { step, confirmations }: Move = own;
      const confirmed: Move['confirmations'] = waitsOf(now, own, step).map(({ id, by }) => ({
        step,
        wait: id,
        by,
        ...seen,
      }));
      const next = stepAfter(own, step);
      own =
        next === undefined || next === 'forget'
          ? undefined
          : { ...own, step: next, confirmations: [...confirmations, ...confirmed] };
      if (own !== undefined) now = fleetAt(facts, own, own.step);
    }
  });

  it('lists what the present one waits for, and writes nothing', () => {
    const tree = workspace();
    nextStep(tree, {}, facts)();
    for (const { id, by } of waits) expect(spoken()).toContain(`  ${id} (${by}): `);
    expect(changes(tree)).toEqual([]);
  });

  it('is not written before all is confirmed, but what was confirmed is', () => {
    const tree = begunTree();
    const [team = '', other = ''] = teams;
    nextStep(tree, { confirm: idsOf(team).join(), by: team, ...seen }, facts);
    const text = tree.read(file, 'utf8');
    expect(text).toContain(`step: '${move.step}'`);
    for (const id of idsOf(team)) expect(text).toContain(`wait: '${id}'`);
    for (const id of idsOf(other)) expect(text).not.toContain(`wait: '${id}'`);
  });

  it('is written when all is confirmed', () => {
    const tree = begunTree();
    const [team = ''] = teams;
    const rest = { move: move.id, confirm: idsOf(team).join(), by: team, ...seen };
    nextStep(tree, rest, confirmedButBy(team));
    expect(tree.read(file, 'utf8')).toContain(`step: '${stepAfter(move, move.step)}'`);
  });

  const each = (team: string) => idsOf(team).map(() => 'MOVE_CONFIRMER');
  it.each([
    [{ confirm: 'no-such-thing', by: 'platform', ...seen }, ['MOVE_CONFIRMATION']],
    [{ confirm: idsOf('platform').join() }, [...each('platform'), 'MOVE_CONFIRMATION']],
    [
      { confirm: waits.map(({ id }) => id).join(), by: 'platform', ...seen },
      each('data-protection'),
    ],
    [{ confirm: 'borders', by: 'Data-Protection', ...seen }, each('data-protection')],
    [{ move: 'another' }, ['MOVE_UNKNOWN']],
  ])('refuses %j', (wrong, codes) => {
    const tree = workspace();
    expect(codesOf(() => nextStep(tree, wrong, facts))).toEqual(codes);
    expect(changes(tree)).toEqual([]);
  });

  it('is refused by the rules, where the step was written by hand without its confirmations', () => {
    const skipped = fleetAt(facts, move, 'drain');
    const codes = fleetRules(skipped)
      .filter(isError)
      .map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['MOVE_UNCONFIRMED']));
  });
});
