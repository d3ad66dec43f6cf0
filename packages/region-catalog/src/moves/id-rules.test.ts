import { expect, it } from 'vitest';
import { exampleMove } from '../../testing/index.ts';
import { moveIdRules } from './id-rules.ts';

const ends = { from: 'xx-east-1', to: null };

it('takes the ids that the commands write, and refuses every other', () => {
  const moves = [
    exampleMove({ id: 'xx-north-1-to-xx-south-1' }),
    exampleMove({ ...ends, id: 'retire-xx-east-1' }),
    exampleMove({ ...ends, id: 'x' }),
  ];
  expect(moveIdRules(moves)).toMatchObject([
    { code: 'MOVE_ID', at: 'moves[2].id', value: 'x', remedy: "write 'retire-xx-east-1'" },
  ]);
});
