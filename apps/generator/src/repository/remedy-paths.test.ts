import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetRules } from '@bizflow/config';
import { breakages, exampleFleet } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

/** The folders that texts send people to; what a text leaves open (`<name>`, `...`, `*`), and a place of the tests, has none. */
const lostIn = (texts: readonly string[]) => {
  const folders = texts
    .flatMap(
      (text) =>
        text.match(/(?<![\w./-])(?:apps|docs|packages|terraform)\/[\w./*<>-]*[\w/*>-]/g) ?? [],
    )
    .map((path) => path.replace(/[^/]*([*<>]|\.{2}|xx-).*/, ''))
    .filter((path) => path !== '');
  return [...new Set(folders)].filter((path) => !existsSync(join(repository, path)));
};

it('sends people to folders and files that exist, in every problem of a planted fault', () => {
  const remedies = breakages.flatMap(({ change }) =>
    fleetRules(exampleFleet(change)).map(({ remedy }) => remedy),
  );
  expect(lostIn(remedies)).toEqual([]);
});

it('does so in the texts of all rules', () => {
  const sources = globSync('{apps,packages}/*/src/**/*-rules.ts', { cwd: repository });
  const texts = sources.flatMap((file) =>
    [
      ...readFileSync(join(repository, file), 'utf8').matchAll(
        /(?:reason|remedy):\s*(['"`])(.*?)\1/gs,
      ),
    ].map(([, , text = '']) => text.replaceAll(/\$\{.*?\}/g, '*')),
  );
  expect(texts.length).toBeGreaterThan(300);
  expect(lostIn(texts)).toEqual([]);
});
