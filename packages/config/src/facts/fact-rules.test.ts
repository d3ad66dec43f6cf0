import { expect, it } from 'vitest';
import { allFacts } from './all-facts.ts';
import { factRules } from './fact-rules.ts';
import { leavesOf } from './leaves.ts';

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

it('knows a schedule of Argo CD from one of AWS', () => {
  const facts = {
    freeze: { schedule: '0 0 29 2 *' },
    backupSchedules: { low: 'cron(0 20 * * ? *)' },
  };
  expect(factRules(facts)).toEqual([]);
});

it('reads a fact that is reached by two paths once, and no function', () => {
  const shared = { port: 80 };
  const facts = { one: [shared], other: shared, make: () => shared };
  expect(leavesOf(facts)).toEqual([['one[0].port', 80]]);
});
