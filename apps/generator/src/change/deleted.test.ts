import { repository } from '@bizflow/testing/repository';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { budget, now, otherCode, renderer } from '../testing/other-side.ts';
import { unseenRepository } from '../testing/unseen-repository.ts';
import { plannedChange } from './planned-change.ts';
import { trialProgram } from './trial-program.ts';

const { commit, begin, end } = unseenRepository();
const service = Object.fromEntries(
  Object.keys(now)
    .filter((path) => /^gitops\/production\/.*\/ingress-api\.yaml$/.test(path))
    .map((path) => [path, null]),
);

beforeAll(() => {
  begin();
  commit('deleted', 'now', service);
  commit('broken', 'now', { [budget]: 'kind: [\n' });
  commit('empty', 'now', { [budget]: '' });
  commit('unrendered', 'now', { [renderer]: otherCode[renderer] ?? '' });
});
afterAll(end);

const told = async (base: string, head: string) => {
  const tree = new FsTree(repository, false);
  const { report } = await plannedChange(tree, { base, head }, trialProgram);
  const causes = new Set(report.effects.flatMap((one) => one.causes ?? ['unknown']));
  const { forbidden, notes } = report;
  return { causes: [...causes], forbidden: forbidden.map(({ rule }) => rule), notes };
};

it('says that a person deleted what no source explains, and forbids it', async () => {
  const { causes, forbidden } = await told('now', 'deleted');
  expect(causes).toEqual(['an edit by hand']);
  expect(new Set(forbidden)).toEqual(new Set(['dangers/by-hand', 'dangers/pruned-with-others']));
});

it('forbids nothing to a person who puts it back', async () => {
  const { causes, forbidden } = await told('deleted', 'now');
  expect([causes, forbidden]).toEqual([['an edit by hand'], []]);
});

it.each([
  ['now', 'broken', '--head'],
  ['broken', 'now', '--base'],
  ['now', 'empty', '--head'],
])('names the file that cannot be read, and its side: %s, %s', async (base, head, at) => {
  await expect(told(base, head)).rejects.toMatchObject({
    problems: [
      {
        code: 'SIDE_UNREADABLE',
        at,
        value: at === '--head' ? head : base,
        reason: expect.stringContaining(budget),
      },
    ],
  });
});

it('says that a commit of sources has no render with it', async () => {
  const { notes } = await told('now', 'unrendered');
  expect(notes.join()).toContain('unrendered: sources changed and no rendered file did');
});
