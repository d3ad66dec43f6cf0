import { exampleMove, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import { expect, it } from 'vitest';
import { exampleFleet } from '../../testing/index.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { confirmationRules } from './confirmation-rules.ts';
import { waitsOf } from './stages.ts';
import { withMoves } from './with-moves.ts';

const withMove = (told: Parameters<typeof exampleMove>[0]): Fleet => {
  const fleet = { ...exampleFleet(), sheets: sheetsWithNewcomer() };
  return { ...fleet, ...withMoves(fleet, [exampleMove(told)]) };
};
const codes = (fleet: Fleet) => confirmationRules(fleet).map(({ code, at }) => `${code} ${at}`);

const first = withMove({});
const seen = waitsOf(first, exampleMove(), 'stand-up').map(({ id, by }) => ({
  ...{ step: 'stand-up' as const, wait: id, by, evidence: 'OPS-1' },
}));

it('waits for something at every step but the last', () => {
  for (const step of [
    'stand-up',
    'copy',
    'dual-run',
    'hold',
    'move-people',
    'drain',
    'destroy',
  ] as const) {
    const waits = waitsOf(first, exampleMove(), step);
    expect([step, waits.length > 0]).toEqual([step, true]);
    expect(new Set(waits.map(({ id }) => id)).size).toBe(waits.length);
  }
  expect(waitsOf(first, exampleMove(), 'forget')).toEqual([]);
});

it('asks for nothing at the first step, and for all of its waits at the second', () => {
  expect(codes(first)).toEqual([]);
  expect(codes(withMove({ step: 'copy', confirmations: seen }))).toEqual([]);
  expect(codes(withMove({ step: 'copy', confirmations: seen.slice(1) }))).toEqual([
    'MOVE_UNCONFIRMED moves.north-to-south.confirmations',
  ]);
});

it('names a confirmation of what is not waited for, by another team, and without evidence', () => {
  const [one] = seen;
  if (one === undefined) throw new TypeError('the first step waits for something');
  expect(codes(withMove({ confirmations: [{ ...one, wait: 'rain' }] }))).toEqual([
    'MOVE_CONFIRMATION moves.north-to-south.confirmations[0].wait',
  ]);
  const other = one.by === 'platform' ? 'data-protection' : 'platform';
  expect(codes(withMove({ confirmations: [{ ...one, by: other, evidence: ' ' }] }))).toEqual([
    'MOVE_CONFIRMER moves.north-to-south.confirmations[0].by',
    'MOVE_CONFIRMATION moves.north-to-south.confirmations[0].evidence',
  ]);
});
