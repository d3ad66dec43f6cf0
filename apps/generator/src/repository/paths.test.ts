import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

const files = globSync(
  ['*', '{packages,apps,e2e,docs,facts,terraform,gitops,install,.github,.ci,.changeset}/**/*.*'],
  { cwd: repository, exclude: ['**/{node_modules,dist,.cache,.terraform}/**'] },
);

/** What belongs to others, what a recipe adds, and what begins like a path. */
const elsewhere: readonly RegExp[] = [
  // The published package has it, and an application its own.
  /^(?:catalog\.json|openapi\.json|performance\/requests\.json)$/,
  /^packages\/quotas\/|^(?:regions\/[a-z]+-[a-z]+-\d|services\/billing)\.ts$|\/own-secret-store\.ts$/,
  /^apps\/v1$/,
  // A controller's own repository.
  /^docs\/install\/iam_policy\.json$/,
];

// A region comes and goes; what a page or a count says of its fact sheet is an example then.
const sheet = /^packages\/region-catalog\/src\/regions\/[a-z]{2}(?:-[a-z]+)+-\d\.ts$/;

const tops = /^(?:packages|apps|docs|facts|terraform|gitops|install|e2e|\.github|\.ci)\//;
const source = /^[\w./*-]+\.(?:ts|mts|json|sh|md|ya?ml|hcl|tf|grit)$/;

/** A path as people write it, as a pattern: `<region>`, `...` and the title of a decision may be anything. */
const pattern = (written: string): string =>
  written
    .replace(/:\d+$/, '')
    .replace(/<[^>]*>|\.\.\./g, '*')
    .replace(/\/\*?$/, '')
    .replace(/decisions\/\d{4}$/, '$&*');

// A page about one package names a file by the end of its path.
const exists = (written: string): boolean =>
  [...elsewhere, sheet].some((one) => one.test(written)) ||
  (tops.test(written)
    ? globSync(pattern(written), { cwd: repository }).length > 0
    : written.includes('*') || files.some((path) => `/${path}`.endsWith(`/${written}`)));

/** The paths of a page: in code spans, and where a block of code names the file that it changes. */
const inPage = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\n]+)`|^ ?\/\/ ((?:packages|apps)\/[^\s:,]+)/gm)]
    .flatMap(([, span = '', file = '']) => `${span} ${file}`.split(/[\s,;:()]+/))
    .filter((word) => tops.test(word) || source.test(word));

/** The paths in the texts of a source: messages, remedies, descriptions, comments. */
const inTexts = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w/.-])(?:packages|apps|docs)\/[\w./<>*-]*[\w>*]/g)].map(
    ([path]) => path,
  );

const missing = (paths: readonly string[], from: (text: string) => readonly string[]) =>
  paths.flatMap((path) =>
    from(readFileSync(join(repository, path), 'utf8'))
      .filter((written) => !exists(written))
      .map((written) => `${path}: ${written}`),
  );

it('names no file in a page that is not there', () => {
  const pages = files.filter((path) => path.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(50);
  expect(missing(pages, inPage)).toEqual([]);
});

it('names no file in a message, remedy or script that is not there', () => {
  const sources = files.filter(
    (path) =>
      /^(?:apps|packages|e2e|terraform)\/.*\.(?:tsx?|sh|json|tf)$/.test(path) &&
      !/\.test\.ts$|\/testing\/|^terraform\/environments\//.test(path),
  );
  expect(sources.length).toBeGreaterThan(400);
  expect(missing(sources, inTexts)).toEqual([]);
});

it('finds a planted one', () => {
  for (const written of [
    'packages/config/src/unknown-file.ts',
    'apps/*/unknown-file.ts',
    'unknown-file.ts',
  ])
    expect(exists(written)).toBe(false);
  for (const written of ['packages/config/src/<subject>/', 'package.json', 'apps/generator'])
    expect(exists(written)).toBe(true);
});
