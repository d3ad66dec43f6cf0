import { expect, it } from 'vitest';
import { before, euMembers, replace, second, standby } from '../../testing/example-moves.ts';
import { placedAmong } from '../placement.ts';
import type { Catalog } from '../sheet-of.ts';
import { lawsOf } from './laws-of.ts';
import type { Move, MoveStep } from './move.ts';
import { stateAt } from './state-at.ts';
import { stepsOf } from './steps.ts';

/** A fact of each of a move's regions, step by step. */
const told = (
  move: Move,
  fact: (from: Catalog[keyof Catalog], to: Catalog[keyof Catalog]) => unknown,
) =>
  Object.fromEntries(
    stepsOf(move).map((step) => {
      const at = stateAt(before, move, step);
      return [step, fact(at[move.from], at[move.to ?? move.from])];
    }),
  );

it('keeps people waiting only while nothing writes, and moves them when the copy is whole', () => {
  const at = (step: MoveStep) => {
    const now = stateAt(before, replace, step);
    return [placedAmong(Object.values(now), 'AE')?.region, now[replace.from]?.life.waiting];
  };
  expect(Object.fromEntries(stepsOf(replace).map((step) => [step, at(step)]))).toEqual({
    'stand-up': ['xx-north-1', []],
    copy: ['xx-north-1', []],
    'dual-run': ['xx-north-1', []],
    hold: ['xx-north-1', ['AE']],
    'move-people': ['xx-south-1', []],
    drain: ['xx-south-1', []],
    destroy: ['xx-south-1', []],
    forget: ['xx-south-1', undefined],
  });
});

it('runs services in the old region until its people are gone, and keeps its roots until the last step', () => {
  expect(told(replace, (from, to) => [from?.life.extent, to?.life.extent])).toEqual({
    'stand-up': ['whole', 'platform'],
    copy: ['whole', 'platform'],
    'dual-run': ['whole', 'whole'],
    hold: ['whole', 'whole'],
    'move-people': ['whole', 'whole'],
    drain: ['platform', 'whole'],
    destroy: ['remains', 'whole'],
    forget: [undefined, 'whole'],
  });
});

it('says whose data lies where: in both places from the copy on, until the old one is destroyed or erased', () => {
  expect(told(second, (from, to) => [from?.life.keeps.length, to?.life.keeps.length])).toEqual({
    'stand-up': [0, 0],
    copy: [0, euMembers.length],
    'dual-run': [0, euMembers.length],
    hold: [0, euMembers.length],
    'move-people': [euMembers.length, 0],
    drain: [euMembers.length, 0],
    forget: [0, 0],
  });
});

it('leaves a region the people who stay, with the locations and laws that are theirs', () => {
  const { from, to } = second;
  const { [from]: left, [to ?? from]: entered } = stateAt(before, second, 'forget');
  expect([left.serves, left.dns.locations, left.regulations]).toEqual([
    ['GB'],
    ['GB'],
    lawsOf(['GB']),
  ]);
  expect([entered.serves, entered.dns.locations, entered.regulations]).toEqual([
    euMembers,
    ['EU'],
    lawsOf(euMembers),
  ]);
});

it('gives a region that stands by the fallback and the objects of the other', () => {
  expect(told(standby, ({ fallback, buckets }) => [fallback, buckets[0]?.replicatesTo])).toEqual({
    copy: [{ kind: 'region', region: 'xx-east-1' }, 'xx-east-1'],
    'dual-run': [{ kind: 'region', region: 'xx-east-1' }, 'xx-east-1'],
    'move-people': [{ kind: 'region', region: 'xx-south-1' }, 'xx-south-1'],
    forget: [{ kind: 'region', region: 'xx-south-1' }, 'xx-south-1'],
  });
});

it('copies nothing where no copy can be reached, and from where the backups are otherwise', () => {
  const copies = (data: Move['data']) =>
    stateAt(before, { ...replace, data }, 'copy')[replace.to ?? replace.from].life.copies?.from;
  expect(copies({ by: 'rows' })).toBe('xx-north-1');
  expect(copies({ by: 'backup', in: 'xx-east-1' as keyof Catalog })).toBe('xx-east-1');
  expect(copies({ by: 'nothing' })).toBeUndefined();
});
