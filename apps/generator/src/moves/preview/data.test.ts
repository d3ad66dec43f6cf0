import { expect, it } from 'vitest';
import { begun, leaving } from '../../testing/begun-move.ts';
import { data } from './data.ts';

const { facts, move } = begun();
const stays = (people: typeof move.people) =>
  data(facts, { ...move, kind: 'evacuate', people }).find((line) => line.startsWith('stays in'));

it('says whose rows stay, and that none do where all people go', () => {
  const { serves } = facts.sheets[leaving];
  const all = serves.join(', ');
  expect(stays(serves)).toBe(`stays in ${leaving}: no row; those of ${all} are erased at drain`);
  expect(stays(['FR'])).toBe(
    `stays in ${leaving}: the rows of ${all}; those of FR are erased at drain`,
  );
});
