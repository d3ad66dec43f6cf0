import { fleetAt } from '@bizflow/config/moves';
import { stepsOf } from '@bizflow/region-catalog/moves';
import { expect, it } from 'vitest';
import { begun, places } from '../../testing/begun-move.ts';
import { borders } from './borders.ts';

it('names a legal basis for those alone whose data it allows to cross', () => {
  const { facts, move } = begun();
  const states = stepsOf(move).map((step) => ({ step, fleet: fleetAt(facts, move, step) }));
  const [one] = move.exceptions;
  if (one === undefined) throw new TypeError('the move crosses a border');
  const { flow, from, to } = one;
  const other = { ...one, subjects: ['FR' as const], basis: 'an act for others' };
  const withOther = states.map(({ step, fleet }) => ({
    ...{ step, fleet: { ...fleet, exceptions: [other, ...fleet.exceptions] } },
  }));
  const lines = borders(places, withOther).filter((line) =>
    line.includes(`begins ${flow} ${from} -> ${to} `),
  );
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`for ${one.subjects.join(', ')}: ${one.basis}$`)),
  ]);
});
