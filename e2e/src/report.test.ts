import { expect, it } from 'vitest';
import { table } from './report.ts';

it('lines up suites, counts and seconds', () => {
  const accept = { suite: 'accept', objects: 460, holds: 30, fails: 0, seconds: 61.24 };
  expect(table([accept, { ...accept, suite: 'waf', objects: 5, fails: 12, seconds: 3 }])).toBe(
    [
      'suite   objects  holds  fails  seconds',
      'accept      460     30      0     61.2',
      'waf           5     30     12      3.0',
    ].join('\n'),
  );
});
