import type { Fleet } from '@bizflow/config';
import { waitsOf } from '@bizflow/config/moves';
import { stepAfter } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { afterEach, expect, it, vi } from 'vitest';
import { begun, changes, options, places, workspace } from '../testing/begun-move.ts';
import { codesOf } from '../testing/codes-of.ts';
import { nextStep, replaceRegion } from './commands.ts';
import { moveFile } from './move-file.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => said.mockClear());
const spoken = (): string => said.mock.calls.flat().join('\n');

const { facts, move } = begun();
const file = moveFile(move);
const waits = waitsOf(facts, move, move.step);
const [one, other] = [...Map.groupBy(waits, ({ by }) => by).values()];

/** The facts of the move with some of what its step waits for confirmed. */
const confirmed = (some = waits): Fleet => {
  const confirmations = some.map(({ id, by }) => ({
    ...{ step: move.step, wait: id, by, evidence: 'OPS-1' },
  }));
  return { ...facts, moves: [{ ...move, confirmations }] };
};
const begunTree = (): Tree => {
  const tree = workspace();
  replaceRegion(tree, options, places);
  said.mockClear();
  return tree;
};

it.each([
  ['listed', {}, facts],
  ['written', { confirm: '' }, confirmed()],
])(
  'shows what the next step does to people, data, borders, machines and money, when it is %s',
  (_, given, now) => {
    nextStep(begunTree(), given, now);
    expect(spoken()).toContain(`${move.id}: ${move.step} -> ${stepAfter(move, move.step)}\n`);
    for (const part of ['People', 'Data', 'Borders', 'Capacity', 'Cost a month'])
      expect(spoken()).toContain(`\n${part}`);
  },
);

it('says what was confirmed before, and writes nothing', () => {
  const [again] = other ?? [];
  if (again === undefined) throw new TypeError('two teams confirm');
  const tree = workspace();
  const given = { confirm: again.id, by: again.by, evidence: 'OPS-2' };
  nextStep(tree, given, confirmed(other))();
  expect(spoken()).toContain(`${again.id} is confirmed already, by ${again.by}: OPS-1`);
  expect(spoken()).toContain(`waits for\n  ${one?.[0]?.id} (`);
  expect(spoken()).toMatch(/nothing was written$/);
  expect(changes(tree)).toEqual([]);
});

it.each([
  ['a step', (text: string) => text.replace('step:', '...given, other:')],
  ['confirmations', (text: string) => text.replace('confirmations:', '...given, other:')],
  ['a text', () => ''],
])('names the file of the move where that has not %s', (_, change) => {
  const tree = begunTree();
  tree.write(file, change(tree.read(file, 'utf8') ?? ''));
  expect(() => nextStep(tree, { confirm: '' }, confirmed())).toThrow(`SOURCE_CHANGED  ${file}`);
});

it('is refused where a rule refuses the present one', () => {
  const wrong = { ...facts, moves: [{ ...move, id: 'x' }] };
  expect(codesOf(() => nextStep(workspace(), {}, wrong))).toContain('MOVE_ID');
});
