import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

/** Each avoided word in a text, with its line and what to write. */
const wordsIn = (path: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) =>
    plainWords.flatMap(({ avoid, write }) => {
      const [word] = avoid.exec(line) ?? [];
      return word === undefined ? [] : [`${path}:${index + 1} "${word}" -> ${write}`];
    }),
  );

// What people wrote here: no rendered folder (its sources are read), no upstream schema, not this list.
const written = globSync(
  [
    '*.md',
    '{packages,apps,e2e,docs,terraform}/**/*.{ts,tsx,md,tf,hcl,sh,py,yml,json}',
    '.changeset/*.md',
  ],
  { cwd: repository, exclude: ['**/{node_modules,dist,.cache}/**', '**/schemas/*.json'] },
).filter(
  (path) =>
    !/^(docs\/runbooks|terraform\/environments)\/|\/repository\/plain-words|CHANGELOG/.test(path),
);

describe('messages, comments and pages', () => {
  it('use the words of AWS, Kubernetes and Argo', () => {
    expect(written.length).toBeGreaterThan(900);
    const found = written.flatMap((path) =>
      wordsIn(path, readFileSync(join(repository, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['the release was taken back', ['a.md:1 "taken back" -> abort, roll back']],
    ['is no budget\nmust be > 0', ['a.md:1 "is no b" -> is not a, must be']],
    ['there is no budget, and it is no longer there', []],
  ])('of which %j has these to change', (text, found) => {
    expect(wordsIn('a.md', text)).toEqual(found);
  });
});
