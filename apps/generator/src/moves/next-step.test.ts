import { type Fleet, fleetRules } from '@bizflow/config';
import { fleetAt, waitsOf } from '@bizflow/config/moves';
import { type Move, stepAfter } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sources } from '../catalog-sources.ts';
import { isError } from '../plan.ts';
import { begun, changes, options, places, workspace } from '../testing/begun-move.ts';
import { codesOf } from '../testing/codes-of.ts';
import { nextStep, replaceRegion } from './commands.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => said.mockClear());
const spoken = (): string => said.mock.calls.flat().join('\n');

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
    replaceRegion(tree, options, places);
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
    [{ confirm: '', by: 'platform', ...seen }, ['MOVE_CONFIRMATION']],
    [{ confirm: ' , ' }, ['MOVE_CONFIRMATION']],
    [{ move: 'another' }, ['MOVE_UNKNOWN']],
    [{ by: 'platform' }, ['OPTION_ALONE']],
    [{ by: 'platform', ...seen }, ['OPTION_ALONE', 'OPTION_ALONE']],
  ])('refuses %j', (wrong, codes) => {
    const tree = workspace();
    expect(codesOf(() => nextStep(tree, wrong, facts))).toEqual(codes);
    expect(changes(tree)).toEqual([]);
  });

  it('names all that is open where nothing is confirmed, and goes on with nothing where all is', () => {
    const named = waits.map(({ id, by }) => `${id} (${by})`).join(', ');
    expect(() => nextStep(workspace(), { confirm: '' }, facts)).toThrow(
      `names nothing, and ${move.step} still waits for ${named}`,
    );
    const tree = begunTree();
    nextStep(tree, { confirm: '' }, confirmedButBy('none'));
    expect(tree.read(file, 'utf8')).toContain(`step: '${stepAfter(move, move.step)}'`);
  });

  it('is refused by the rules, where the step was written by hand without its confirmations', () => {
    const skipped = fleetAt(facts, move, 'drain');
    const codes = fleetRules(skipped)
      .filter(isError)
      .map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['MOVE_UNCONFIRMED']));
  });
});
