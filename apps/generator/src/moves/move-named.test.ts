import { expect, it } from 'vitest';
import { begun } from '../testing/begun-move.ts';
import { moveNamed } from './move-named.ts';

const { move } = begun();
const other = { ...move, id: 'another-move' };
const two = { moves: [move, other] };

it('is the one that was named, or the only one', () => {
  expect(moveNamed(two, other.id)).toBe(other);
  expect(moveNamed({ moves: [move] }, undefined)).toBe(move);
});

it.each([
  [
    'no name where there are two',
    two,
    undefined,
    `MOVE_UNKNOWN  --move
  is missing, and 2 moves are in progress
  -> name one: --move=${move.id} or --move=another-move`,
  ],
  [
    'a wrong name',
    two,
    'mine',
    `MOVE_UNKNOWN  --move = mine
  is not a move that is in progress
  -> name one: --move=${move.id} or --move=another-move`,
  ],
  [
    'no name where there is none',
    { moves: [] },
    undefined,
    `MOVE_UNKNOWN  --move
  no move is in progress
  -> begin one: npx nx generate @bizflow/generator:replace-region`,
  ],
])('refuses %s', (_, facts, id, message) => {
  expect(() => moveNamed(facts, id)).toThrow(message);
});
