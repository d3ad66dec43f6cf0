import { expect, it } from 'vitest';
import { changedFiles } from './changed-files.ts';

const header = (hash: string) =>
  `# Rendered by @bizflow/generator from packages/; change the facts there. sha256:${hash}\n`;

it('shows the lines that differ with their numbers, and nothing of a header', () => {
  const older = { 'a.yaml': `${header('1')}a: 1\nb: 2\nc: 3\nd: 4\n`, 'same.yaml': 'x' };
  const newer = { 'a.yaml': `${header('2')}a: 1\nb: 2\nc: 3\nd: 5\n`, 'same.yaml': 'x' };
  expect(changedFiles({ older, newer })).toEqual([
    {
      path: 'a.yaml',
      hunks: [{ before: 3, after: 3, lines: [' b: 2', ' c: 3', '-d: 4', '+d: 5'] }],
      left: 0,
    },
  ]);
});

it('shows a file that comes or goes whole', () => {
  const [file] = changedFiles({ older: { 'gone.yaml': 'a\n' }, newer: {} });
  expect(file?.hunks.flatMap(({ lines }) => lines)).toEqual(['-a']);
});

it('shows so many lines of a long file, and says how many are left', () => {
  const text = Array.from({ length: 500 }, (_, line) => `line ${line}`).join('\n');
  const [file] = changedFiles({ older: {}, newer: { 'long.yaml': `${text}\n` } });
  expect(file?.hunks.flatMap(({ lines }) => lines)).toHaveLength(400);
  expect(file?.left).toBe(100);
});
