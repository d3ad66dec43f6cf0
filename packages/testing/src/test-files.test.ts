import { expect, it } from 'vitest';
import { wanted } from './test-files.ts';

const all = ['packages/a/src/one.test.ts', 'packages/a/src/two.test.ts'];

it.each([
  [[], { files: [], options: [] }],
  [['two'], { files: ['packages/a/src/two.test.ts'], options: [] }],
  [['-t', 'two'], { files: [], options: ['-t', 'two'] }],
  [['one', '--bail=1'], { files: ['packages/a/src/one.test.ts'], options: ['--bail=1'] }],
  [['nothing'], undefined],
])('takes %j', (args, answer) => {
  expect(wanted(all, args)).toEqual(answer);
});
