import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

const sources = globSync(['{packages,apps}/**/*.{ts,tsx}', 'e2e/**/*.ts'], {
  cwd: repository,
  exclude: ['**/{node_modules,dist,.cache}/**', '**/*.test.ts'],
}).toSorted();

/** The lines of all sources that match, but for those of the files that may. */
const linesLike = (pattern: RegExp, homes: readonly string[]): readonly string[] =>
  sources
    .filter((path) => !homes.includes(path))
    .flatMap((path) =>
      readFileSync(join(repository, path), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
        ),
    );

// One made by hand is not shortened, and shows a credential that is in it.
it('makes every problem by problem, warning or unless of the kernel', () => {
  expect(sources.length).toBeGreaterThan(1000);
  expect(linesLike(/\bseverity: 'error'/, ['packages/kernel/src/problem.ts'])).toEqual([]);
});

it('cuts a text for a message in shorten of the kernel, which says how long the text is', () => {
  const isCut = /\.slice\(0, \w+\)\}(\.\.\.|…)|\.slice\(0, (\d{3,}|[4-9]\d)\)/;
  const kernel = ['packages/kernel/src/shorten.ts', 'packages/kernel/src/concealed.ts'];
  expect(linesLike(isCut, kernel)).toEqual([]);
});
