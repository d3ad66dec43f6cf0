import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { allFacts } from './all-facts.ts';
import { repeatRules } from './repeat-rules.ts';

const { lock: _lock, charts: _charts, aws: _aws, ...fleet } = committed;
const said = (facts: unknown) => repeatRules(facts).map(({ at, reason }) => `${at} ${reason}`);

it('finds nothing in the facts', () => {
  expect(repeatRules(allFacts)).toEqual([]);
  expect(repeatRules(fleet)).toEqual([]);
});

it('names the second of two equal texts of a list', () => {
  expect(repeatRules({ release: { verbs: ['get', 'sync', 'get'] } })).toEqual([
    {
      code: 'FACT_TWICE',
      severity: 'error',
      at: 'release.verbs[2]',
      value: 'get',
      reason: 'is already listed, as release.verbs[0]',
      remedy: 'write the intended one, or remove one of the two',
    },
  ]);
});

it('names two objects of a list with one name, id, key or row', () => {
  expect(said({ alarms: [{ id: 'cpu' }, { id: 'disk' }, { id: 'cpu' }] })).toEqual([
    'alarms[2].id is already listed, as alarms[0].id',
  ]);
  expect(said({ commitments: [{ row: 'RDS' }, { row: 'RDS' }] })).toEqual([
    'commitments[1].row is already listed, as commitments[0].row',
  ]);
});

it('lets numbers repeat, and texts of several lists', () => {
  expect(said({ a: [1, 1], b: [['x'], ['x']], c: [{ of: 'x' }, { of: 'x' }] })).toEqual([]);
});
