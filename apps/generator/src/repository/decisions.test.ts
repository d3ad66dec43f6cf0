import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

const folder = join(repository, 'docs/decisions');
const pages = globSync('[0-9]*.md', { cwd: folder }).toSorted();
const index = readFileSync(join(folder, 'README.md'), 'utf8');

/** The numbers that the index says were never used: `0030, 0045 to 0049`. */
const unused = [...index.matchAll(/\b(\d{4})(?: to (\d{4}))?(?=[^|\n]* were never used)/g)].flatMap(
  ([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
);

describe('the index of decisions', () => {
  it('lists every page once, in order', () => {
    expect([...index.matchAll(/\]\(([^)/]+\.md)\)/g)].map(([, page]) => page)).toEqual(pages);
  });

  it('accounts for every number up to the last', () => {
    const used = pages.map((page) => Number.parseInt(page, 10));
    const all = Array.from({ length: used.at(-1) ?? 0 }, (_, index) => index + 1);
    expect([...used, ...unused].toSorted((a, b) => a - b)).toEqual(all);
  });
});
