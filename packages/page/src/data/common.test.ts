import fc from 'fast-check';
import { expect, it } from 'vitest';
import { common, type Placed } from './common.ts';
import { general, ofPlace, wordsOf } from './place-words.ts';

const labelled = (region: string, residency: string, more = ''): string =>
  `metadata:\n  labels:\n    bizflow.io/region: ${region}\n    bizflow.io/residency: ${residency}\nspec:\n  a: 1${more}`;

const kept = (texts: Readonly<Record<string, string>>) => {
  const places = Object.entries(texts).map(([place, text]) => ({
    place,
    words: wordsOf(place, text),
  }));
  const things = Object.entries(texts).map(
    ([place, text]): Placed => ({ place, text, kind: 'A', name: 'a', file: 'a.yaml' }),
  );
  return {
    places,
    all: common(
      places,
      Map.groupBy(things, ({ place }) => place),
    ),
  };
};

it('keeps once what places have in common but for their own words', () => {
  const { all } = kept({ 'p/one': labelled('one', 'AA'), 'p/two': labelled('two', 'BB') });
  expect(all.map(({ at, unlike }) => ({ at, unlike }))).toEqual([{ at: [0, 1], unlike: [] }]);
});

it('keeps the lines that differ, and a text of its own where it has others', () => {
  const { all } = kept({
    'p/one': labelled('one', 'AA'),
    'p/two': labelled('two', 'BB').replace('a: 1', 'a: 2'),
    'p/three': labelled('three', 'CC', '\n  b: 2'),
  });
  expect(all.map(({ at, unlike }) => ({ at, unlike }))).toEqual([
    { at: [0, 1], unlike: [[[1], { 5: '  a: 2' }]] },
    { at: [2], unlike: [] },
  ]);
});

it('gives any text back as it was', () => {
  const word = fc.constantFrom(
    'one',
    'two',
    '«',
    '»',
    '«region»',
    'p',
    '\n',
    '    bizflow.io/residency: AA',
    'x',
  );
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (one, two) => {
      const { places, all } = kept({ 'p/one': one, 'p/two': two });
      const back = places.map(({ words }, number) => {
        const own = all.find(({ at }) => at.includes(number));
        const others = own?.unlike.find(([at]) => at.includes(number))?.[1] ?? {};
        const lines = own?.text.split('\n').map((line, index) => others[index] ?? line) ?? [];
        return ofPlace(lines.join('\n'), words);
      });
      expect(back).toEqual([one, two]);
    }),
  );
});

it('marks the words of a place', () => {
  const words = wordsOf('p/one', labelled('one', 'AA'));
  expect(general(labelled('one', 'AA'), words)).toBe(
    labelled('«region»', '«residency»').replace('spec', 's«environment»ec'),
  );
});
