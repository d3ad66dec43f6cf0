import { expect, it } from 'vitest';
import { exampleMove, excepted, sheetsWithNewcomer } from '../../testing/index.ts';
import type { ResidencyException } from '../exceptions.ts';
import type { Move } from './move.ts';
import { moveRules } from './move-rules.ts';

const codes = (...moves: readonly Move[]) => [
  ...new Set(moveRules(sheetsWithNewcomer(), moves, excepted).map(({ code }) => code)),
];

it('finds nothing wrong with a move, at whichever step it is', () => {
  for (const step of ['stand-up', 'hold', 'drain', 'destroy'] as const) {
    expect(codes(exampleMove({ step }))).toEqual([]);
  }
});

it.each([
  ['to a region without a fact sheet', exampleMove({ to: 'xx-unknown-1' }), 'MOVE_REGION'],
  ['to the region itself', exampleMove({ to: 'xx-north-1' }), 'MOVE_REGION'],
  ['of people whom the region does not serve', exampleMove({ people: ['IN'] }), 'MOVE_PEOPLE'],
  ['that leaves people behind', exampleMove({ people: [] }), 'MOVE_PEOPLE'],
  [
    'of a region that still serves people and goes',
    exampleMove({ kind: 'retire', to: null, people: ['AE'], step: 'drain' }),
    'MOVE_PEOPLE',
  ],
  [
    'to a region that writes to another one',
    exampleMove({ kind: 'evacuate', to: 'xx-east-1', step: 'copy' }),
    'MOVE_ROWS',
  ],
  [
    'of people whose rows are in another region',
    exampleMove({
      ...{ kind: 'second-region', from: 'xx-east-1', people: ['MY'], step: 'stand-up' },
    }),
    'MOVE_ROWS',
  ],
  [
    'at a step that its kind has not',
    exampleMove({ kind: 'evacuate', to: 'xx-west-1', step: 'stand-up' }),
    'MOVE_STEP',
  ],
] as const)('refuses a move %s', (_, move, code) => {
  expect(codes(move)).toEqual([code]);
});

it('refuses a second move of the same region', () => {
  expect(codes(exampleMove(), exampleMove({ id: 'again' }))).toEqual(['MOVE_TWICE']);
  const ends = { kind: 'retire', from: 'xx-east-1', to: null, people: [], step: 'drain' } as const;
  const twice = moveRules(sheetsWithNewcomer(), [exampleMove(ends), exampleMove(ends)], excepted);
  expect(twice.map(({ code, value }) => [code, value])).toEqual([['MOVE_TWICE', 'xx-east-1']]);
});

it('refuses to begin what cannot be brought to its end, and names the step', () => {
  const retire = exampleMove({
    ...{ kind: 'retire', from: 'xx-east-1', to: null, people: [], step: 'drain' },
  });
  const problems = moveRules(sheetsWithNewcomer(), [retire], excepted);
  expect(problems.map(({ code, at }) => [code, at])).toContainEqual([
    'REGION_LEAVING',
    'moves.north-to-south, step destroy: xx-central-1.buckets[0].replicatesTo',
  ]);
});

// The newcomer in another country than its people's.
const abroad = (exceptions: readonly ResidencyException[]) => {
  const sheets = sheetsWithNewcomer();
  Object.assign(sheets['xx-south-1' as keyof typeof sheets], { country: 'OM' });
  return moveRules(sheets, [exampleMove({ exceptions })], excepted).map(({ code, at, value }) =>
    [code, at.replace(/: .*/, ''), value].join(' '),
  );
};
const exception = (flow: string, from: string, subjects: readonly string[]) =>
  ({
    ...{ flow, from, to: 'xx-south-1', subjects, basis: 'an example, art. 1' },
    decision: 'docs/decisions/0000-an-example.md',
  }) as unknown as ResidencyException;

it('asks for the legal basis of every border that a later step crosses, before the first step', () => {
  const crossed = ['rest xx-south-1', 'move xx-north-1'];
  const at = 'RESIDENCY_CROSSING moves.north-to-south, step copy';
  expect(abroad([]).toSorted()).toEqual(
    crossed.map((flow) => `${at} ${flow} -> xx-south-1`).toSorted(),
  );
  const all = crossed.map((text) => {
    const [flow = '', from = ''] = text.split(' ');
    return exception(flow, from, ['AE']);
  });
  expect(abroad(all)).toEqual([]);
  expect(abroad([...all, exception('rest', 'xx-south-1', ['IN'])])).toEqual([
    'EXCEPTION_UNUSED moves.north-to-south.exceptions[2] rest xx-south-1 -> xx-south-1',
  ]);
});

it('names who follows the people of a move without being one of them', () => {
  const sheets = sheetsWithNewcomer();
  const west = sheets['xx-west-1' as keyof typeof sheets];
  Object.assign(sheets['xx-south-1' as keyof typeof sheets], { country: 'IE' });
  const people = west.serves.filter((country) => country !== 'GB');
  const told = (move: Move) =>
    moveRules(sheets, [move], excepted).filter(({ code }) => code === 'MOVE_FOLLOWERS');
  const europe = { kind: 'second-region', from: 'xx-west-1', people } as const;
  expect(told(exampleMove({ ...europe, people: ['FR'] }))).toEqual([]);
  expect(told(exampleMove(europe))).toMatchInlineSnapshot(`
    [
      {
        "at": "moves.north-to-south.people",
        "code": "MOVE_FOLLOWERS",
        "reason": "AD, AL, BA, BY, CH, FO, GG, GI, IM, IS, JE, LI, MC, MD, ME, MK, NO, RS, SJ, SM, UA, VA follow them from xx-west-1 to xx-south-1: their answer is that of the continent",
        "remedy": "copy the rows of their tenants, and erase them, with those of the move",
        "severity": "warning",
        "value": "34 countries",
      },
    ]
  `);
});
