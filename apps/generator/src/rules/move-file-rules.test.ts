import { expect, it } from 'vitest';
import { moveFile, movesFolder } from '../moves/move-file.ts';
import { begun } from '../testing/begun-move.ts';
import { moveFileRules } from './move-file-rules.ts';

const { facts, move } = begun();
const folder = (...names: readonly string[]) => ({
  children: (path: string) => (path === movesFolder ? [...names] : []),
});
const said = (moves: typeof facts.moves, ...names: readonly string[]) =>
  moveFileRules({ moves }, folder(...names)).map(({ code, at }) => `${code} ${at}`);

it('finds nothing where each file is of a move in the list', () => {
  expect(said([])).toEqual([]);
  expect(said([move], `${move.id}.ts`)).toEqual([]);
});

it('names the file of a move that is not in the list, or is there by another name', () => {
  expect(said([], `${move.id}.ts`)).toEqual([`MOVE_UNLISTED ${moveFile(move)}`]);
  expect(said([move], 'x.ts')).toEqual([`MOVE_UNLISTED ${movesFolder}/x.ts`]);
});
