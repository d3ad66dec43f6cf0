import { committed } from '@bizflow/config/testing';
import { notADay } from '@bizflow/kernel';
import { expect, it } from 'vitest';
import { allFacts } from './all-facts.ts';
import { factKinds, factRules, kindOf } from './fact-rules.ts';
import { leavesOf } from './leaves.ts';

const { lock: _lock, charts: _charts, aws: _aws, ...fleet } = committed;

it('finds nothing in the facts of any subject', () => {
  expect(factRules(allFacts)).toEqual([]);
  expect(leavesOf(allFacts).length).toBeGreaterThan(1000);
});

it('names a wrong fact by its path, with its value, the reason and what to do', () => {
  expect(factRules({ tracing: { steps: [{ holdSeconds: 5 }, { holdSeconds: 0.5 }] } })).toEqual([
    {
      code: 'FACT_DURATION',
      severity: 'error',
      at: 'tracing.steps[1].holdSeconds',
      value: '0.5',
      reason: 'must be a whole number from 1 to 3600',
      remedy: 'write such a value',
    },
  ]);
});

it('has no kind of which there is no fact, but for secrets, which are never written here', () => {
  const used = new Set(
    [...leavesOf(allFacts), ...leavesOf(fleet)].map(([path, value]) => kindOf(path, value)),
  );
  const idle = factKinds.filter((kind) => kind.code !== 'FACT_SECRET' && !used.has(kind));
  expect(idle.map(({ code, of }) => `${code} ${of}`)).toEqual([]);
});

it('takes any hour of a day for a backup, and no other', () => {
  const facts = { recovery: { backupHours: { low: [0, 23, 24] } } };
  expect(factRules(facts).map(({ code, at }) => `${code} ${at}`)).toEqual([
    'FACT_HOUR recovery.backupHours.low[2]',
  ]);
});

it('says between which days a day is', () => {
  const facts = { cost: { priceList: { 'EKS hour': { read: '1999-12-31' } } } };
  expect(factRules(facts).map(({ code, reason }) => `${code} ${reason}`)).toEqual([
    `FACT_DAY ${notADay}`,
  ]);
  expect(notADay).toContain('from 2000-01-01 to 2099-12-31');
});

it('reads a fact that is reached by two paths once, and no function', () => {
  const shared = { port: 80 };
  const facts = { one: [shared], other: shared, make: () => shared };
  expect(leavesOf(facts)).toEqual([['one[0].port', 80]]);
});
