import { foundationOrder } from '@bizflow/config/order';
import { committed, nth } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { callRules } from '../calls/call-rules.ts';
import type { Known } from '../rehearsal/deviations.ts';
import { copied, type Turn } from './play.ts';
import { motoCannot, notPrinted, told, unanswered } from './told.ts';

const step = nth(foundationOrder(committed), 0);
const deviation = {
  step: 'create',
  type: 'aws_xray_group',
  address: 'module.x.aws_xray_group.this',
  message: 'creating: CreateGroup: 404',
} as const;
const turn: Turn = {
  root: nth(step.roots, 0),
  planned: ['a', 'b', 'c'],
  created: ['a'],
  unproven: ['c'],
  deviations: [deviation],
  called: { calls: 0, refused: [] },
  state: { held: [], outputs: {} },
  taken: [],
  seconds: 1,
};
const known: Known = {
  step: 'create',
  type: 'aws_xray_group',
  message: 'CreateGroup',
  why: 'moto has no such call',
};

it('names what moto cannot do, with the call that it lacks, once', () => {
  const twice = { ...turn, deviations: [deviation, { ...deviation, address: 'other' }] };
  expect(told(step, 0, [twice], [known]).slice(1)).toEqual([
    `   ${turn.root}: 3 planned, 1 there, 1 wait for what moto lacks, 0 calls, 1 s`,
    '     skipped aws_xray_group: moto has no such call (CreateGroup)',
  ]);
});

it('names what fails for another reason, with its address and words', () => {
  expect(told(step, 0, [turn], []).at(-1)).toBe(
    `     FAILED  ${deviation.address}: ${deviation.message}`,
  );
});

it('names a call that no role of GitHub may make, with its type', () => {
  const [refused] = callRules(turn.root, [
    { type: 'aws_vpc', signedFor: 'ec2', operation: 'CreateVpc', applies: false },
  ]);
  const called = { calls: 1, refused: refused === undefined ? [] : [refused] };
  expect(told(step, 0, [{ ...turn, called, deviations: [] }], []).at(-1)).toBe(
    `     FAILED  ${turn.root} aws_vpc calls ec2:CreateVpc`,
  );
});

it('fails on a line of the checklist that moto can answer', () => {
  const failed = { what: 'No GuardDuty detector', where: 'x', text: '1' };
  expect(motoCannot(failed)).toBe(false);
  expect(unanswered(failed)).toContain('FAILED  x: No GuardDuty detector: 1');
  expect(motoCannot({ ...failed, what: 'No Macie' })).toBe(true);
});

it('is told that an apply did not print what later steps read', () => {
  const one = foundationOrder(committed).find(({ copies }) => copies.length > 0) ?? step;
  const missing = copied(one, [turn]).filter(({ value }) => value === null);
  expect(missing.map(notPrinted)).toMatchObject(
    one.copies.map(({ root, output }) => ({ code: 'OUTPUT_MISSING', at: root, value: output })),
  );
  expect(missing.length).toBeGreaterThan(0);
});
