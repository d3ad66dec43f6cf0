import type { Finding } from './explained.ts';

interface Issue {
  readonly rule: { readonly name: string };
  readonly message: string;
  readonly range: { readonly filename: string; readonly start: { readonly line: number } };
}

/** Reads `tflint --format=json`; a file that it cannot read is a finding too. */
export const tflintFindings = (text: string): readonly Finding[] => {
  const { issues, errors } = JSON.parse(text) as {
    readonly issues: readonly Issue[];
    readonly errors: readonly { readonly message: string }[];
  };
  return [
    ...issues.map(({ rule, message, range }) => ({
      id: rule.name,
      at: `${range.filename}:${range.start.line}`,
      message,
    })),
    ...errors.map(({ message }) => ({ id: 'tflint', at: 'terraform', message })),
  ];
};

interface Report {
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
      readonly file_path: string;
    }[];
  };
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
}

const reportsIn = (text: string): readonly Report[] => {
  const found: Report | readonly Report[] = JSON.parse(text);
  // Without a single resource, checkov gives zeros instead of a report.
  return [found].flat().filter((one): one is Report => 'results' in one);
};

/** Reads `checkov --output json`. */
export const checkovFindings = (text: string): readonly Finding[] =>
  reportsIn(text).flatMap(({ results, summary }) => [
    ...results.failed_checks.map(({ check_id, check_name, resource, file_path }) => ({
      id: check_id,
      at: `${folderOf(file_path)} ${resource}`,
      message: check_name,
    })),
    ...(summary.parsing_errors === 0
      ? []
      : [
          { id: 'checkov', at: 'terraform', message: `${summary.parsing_errors} unreadable files` },
        ]),
  ]);

/** How many checks passed, to show that something was looked at. */
export const checkovPassed = (text: string): number =>
  reportsIn(text).reduce((sum, { summary }) => sum + summary.passed, 0);

const folderOf = (path: string): string => path.replace(/^\//, '').replace(/\/[^/]*$/, '');
