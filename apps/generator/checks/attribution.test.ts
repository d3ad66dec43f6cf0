import { repository } from '@bizflow/testing/repository';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plannedChange } from '../src/change/planned-change.ts';
import { trialProgram } from '../src/change/trial-program.ts';
import {
  budget,
  canary,
  now,
  otherCode,
  otherFacts,
  renderer,
  unrendered,
} from '../src/testing/other-side.ts';
import { unseenRepository } from '../src/testing/unseen-repository.ts';

const { git, commit, begin, end } = unseenRepository();

beforeAll(async () => {
  begin();
  const facts = await otherFacts();
  commit('other', 'now', { ...facts, ...otherCode });
  git(['tag', 'back', git(['commit-tree', 'now^{tree}', '-p', 'other', '-m', 'back'])]);
  commit('further', 'other', unrendered);
  commit('tidied', 'now', { ...facts, [renderer]: otherCode[renderer] });
  commit('stale', 'now', { [canary]: facts[canary] ?? '' });
  commit('edited', 'now', {
    ...facts,
    [budget]: now[budget]?.replace('spec:', 'spec: # mine\n  paused: true') ?? '',
  });
});
afterAll(end);

const told = async (base: string, head: string) => {
  const { report } = await plannedChange(
    new FsTree(repository, false),
    { base, head },
    trialProgram,
  );
  const by = (rule: RegExp, place: RegExp) => [
    ...new Set(
      report.effects
        .filter((one) => rule.test(one.rule) && place.test(one.place))
        .map(({ causes }) => causes?.join(' and ') ?? 'unknown'),
    ),
  ];
  return { report, by, notes: report.notes.join('\n') };
};

describe('behind each effect between two commits', () => {
  it.each([
    ['is a fact of the newer one, which the work tree renders', 'other', 'back', /^$/],
    [
      'is a fact of the older one, which it renders',
      'now',
      'other',
      /^facts of other were put into now/,
    ],
    [
      'is a fact of one that other renderers wrote, and the work tree writes alike',
      'now',
      'tidied',
      /^renderers of this work tree differ from tidied's, and write its files all the same$/,
    ],
  ])('%s, or the renderer', async (_, base, head, note) => {
    const { by, notes } = await told(base, head);
    const [inProduction, inStaging] = ['production', 'staging'].map((place) =>
      by(/^release\/policy$/, new RegExp(`^${place}/`)),
    );
    expect(inProduction).toEqual(['gradual.steps[2].percent']);
    expect(inStaging).toEqual(['immediate.steps[0].percent']);
    expect(by(/disruption/, /./)).toEqual(head === 'tidied' ? [] : ['']);
    expect(notes).toMatch(note);
  });

  it('is said not to be known where the work tree renders neither', async () => {
    const { by, notes } = await told('other', 'further');
    expect(by(/./, /./)).toEqual(['unknown']);
    expect(notes).toMatch(/not known: .*1 file of other otherwise \(gitops\/.*check out further/);
  });

  it('is looked for in what facts render, and a note says where that is not committed', async () => {
    const { notes } = await told('now', 'stale');
    expect(notes).toMatch(
      /^stale: \d+ files \(\S+\) are not what its facts render; run a render there$/,
    );
  });

  it('is the hand of a person, in a file that was edited, and that is forbidden', async () => {
    const { by, report } = await told('now', 'edited');
    expect(report.forbidden.map(({ rule, at }) => `${rule} ${at}`)).toEqual([
      `dangers/by-hand ${budget}#`,
    ]);
    expect(by(/by-hand/, /./)).toEqual(['an edit by hand']);
    expect(by(/^release\/policy$/, /^production/)).toEqual(['gradual.steps[2].percent']);
  });
});
