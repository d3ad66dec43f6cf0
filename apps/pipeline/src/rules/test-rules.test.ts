import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testRules } from './test-rules.ts';

const codes = (report: string) =>
  testRules('reports/unit.xml', report).map(({ code, value }) => `${code} ${value}`);

/** The report that Node's own test runner writes for a test file. */
function reportOf(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'junit-'));
  writeFileSync(join(folder, 'a.test.mjs'), `import { test } from 'node:test';\n${source}`);
  const args = ['--test', '--test-reporter=junit', '--test-reporter-destination=report.xml'];
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  spawnSync(process.execPath, [...args, 'a.test.mjs'], { cwd: folder, env });
  const report = readFileSync(join(folder, 'report.xml'), 'utf8');
  rmSync(folder, { recursive: true });
  return report;
}

it('lets tests that passed pass', () => {
  expect(codes(reportOf("test('adds', () => {});"))).toEqual([]);
});

it('names each test that failed', () => {
  const report = reportOf("test('adds', () => { throw new Error('no'); }); test('ok', () => {});");
  expect(codes(report)).toEqual(['TEST_FAILED adds']);
});

it('takes skipped tests for no tests', () => {
  expect(codes(reportOf("test('adds', { skip: true }, () => {});"))).toEqual(['TESTS_NONE 0']);
});

it.each([
  ['an empty list of suites', '<testsuites/>'],
  ['a suite without tests', '<testsuites tests="0"><testsuite name="a" tests="0"/></testsuites>'],
  ['tests only counted', '<testsuite name="a" tests="3" failures="0"/>'],
])('refuses %s', (_, report) => {
  expect(codes(report)).toEqual(['TESTS_NONE 0']);
});

it('finds errors in nested suites, as other runners write them', () => {
  const report = `<?xml version="1.0"?><testsuites><testsuite name="a"><testsuite name="b">
    <testcase name="one"><error message="boom"/></testcase><testcase name="two"/>
  </testsuite></testsuite></testsuites>`;
  expect(codes(report)).toEqual(['TEST_FAILED one']);
});

it.each(['', 'ok 1 - adds', '<testsuites>'])('reports text that is not XML: %j', (report) => {
  expect(codes(report)).toEqual(['TESTS_UNREAD no XML']);
});
