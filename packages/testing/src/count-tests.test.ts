import { expect, it } from 'vitest';
import { countTests, type TestReport } from './count-tests.ts';

const report = (numPassedTests: number, more: Partial<TestReport> = {}): TestReport => ({
  ...{ numPassedTests, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] },
  ...more,
});

it('adds up the reports of all projects', () => {
  const reports = [
    report(2, { numPendingTests: 1 }),
    report(3, { numFailedTests: 4, numTodoTests: 1 }),
  ];
  expect(countTests(reports)).toBe('5 passed, 4 failed, 2 skipped');
});

it('counts a test file that did not load as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ];
  expect(countTests([report(1, { testResults })])).toBe('1 passed, 1 failed, 0 skipped');
});
