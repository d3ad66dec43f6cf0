import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionIds } from '@bizflow/region-catalog';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { type Edit, edited, editsOf } from './recipes.ts';

const edits = editsOf(readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8'));
/** Whether a page's example is of another time: of a new region that the fleet has, or of one that it has no more. */
const isDone = ({ recipe, path, lines }: Edit): boolean => {
  const [, sheet] = /src\/regions\/([a-z]{2}(?:-[a-z]+)+-\d)\.ts$/.exec(path) ?? [];
  if (sheet !== undefined) return !regionIds.some((id) => id === sheet);
  return (
    recipe === 'Add a region' &&
    regionIds.some((id) => lines.some((line) => line.startsWith('+') && line.includes(id)))
  );
};
const isNew = ({ lines }: Edit): boolean => lines.every((line) => line.startsWith('+'));

/** Where a page tells of another file than there is. */
const stale = (all: readonly Edit[]): readonly string[] =>
  all.flatMap((edit) => {
    if (isDone(edit)) return [];
    const file = join(repository, edit.path);
    if (!existsSync(file)) return isNew(edit) ? [] : [`${edit.recipe}: ${edit.path} is not there`];
    return edited(readFileSync(file, 'utf8'), edit) === undefined
      ? [`${edit.recipe}: ${edit.path} has other lines`]
      : [];
  });

describe('a recipe of CONTRIBUTING.md', () => {
  it('changes lines that are there, and adds lines that are not', () => {
    expect(edits.length).toBeGreaterThan(20);
    expect(stale(edits)).toEqual([]);
  });

  it.each([
    ['a removed line that is not there', ['-unknown-file', '+x']],
    ['a line that is there already', ['+  "private": true,']],
    ['context that is not there', [' unknown-file', '+x']],
  ])('is told with %s', (_, lines) => {
    expect(stale([{ recipe: 'r', path: 'package.json', lines }])).toHaveLength(1);
  });
});
