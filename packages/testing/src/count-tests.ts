/** What is read here of a report by `vitest --reporter=json`. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/** One line for all reports. A test file that did not even load counts as one failure. */
export function countTests(reports: readonly TestReport[]): string {
  const sum = (of: (report: TestReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  const unloaded = sum(
    ({ testResults }) =>
      testResults.filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
      ).length,
  );
  const failed = sum(({ numFailedTests }) => numFailedTests) + unloaded;
  const skipped = sum(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests);
  return `${sum(({ numPassedTests }) => numPassedTests)} passed, ${failed} failed, ${skipped} skipped`;
}
