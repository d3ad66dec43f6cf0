import { type Problem, problem } from '@bizflow/kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { items, members } from '../json.ts';

interface Counts {
  readonly run: number;
  readonly failed: readonly string[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

/**
 * Problems of a JUnit report: failures, and that no test ran, because a runner
 * that finds no test usually ends well.
 */
export function testRules(at: string, report: string): readonly Problem[] {
  if (XMLValidator.validate(report) !== true) {
    return [
      problem({
        code: 'TESTS_UNREAD',
        at,
        value: 'no XML',
        reason: 'is not a JUnit report',
        remedy: `${remedy} ${at}`,
      }),
    ];
  }
  const root = members(parser.parse(report));
  const { run, failed } = counted(members(root.testsuites ?? root));
  if (failed.length > 0) {
    return failed.map((name) =>
      problem({
        code: 'TEST_FAILED',
        at,
        value: name,
        reason: 'did not pass',
        remedy: 'fix the test; no image is built while a test fails',
      }),
    );
  }
  return run > 0
    ? []
    : [
        problem({
          code: 'TESTS_NONE',
          at,
          value: 0,
          reason: 'no test was run',
          remedy: `${remedy} ${at}`,
        }),
      ];
}

const remedy = 'make the script run its tests and write a JUnit report to';

const counted = (suite: Readonly<Record<string, unknown>>): Counts => {
  const cases = items(suite.testcase).map(members);
  const inner = items(suite.testsuite).map((child) => counted(members(child)));
  const bad = cases.filter((test) => 'failure' in test || 'error' in test);
  const ran = cases.filter((test) => !('skipped' in test));
  return {
    run: ran.length + inner.reduce((sum, { run }) => sum + run, 0),
    failed: [...bad.map(({ name }) => String(name)), ...inner.flatMap(({ failed }) => failed)],
  };
};
