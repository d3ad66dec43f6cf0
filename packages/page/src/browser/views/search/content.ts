import type { Common } from '../../../data/inventory.ts';
import { ofPlace, type PlaceWords } from '../../../data/place-words.ts';

/** What a thing says in one place; words are in lower case. */
export interface Content {
  readonly has: (word: string) => boolean;
  /** The first line that has a word. */
  readonly lineWith: (word: string) => string | undefined;
}

/** Lines that all places share, and numbers of the others: most words are looked for once for all places. */
interface Parts {
  readonly shared: string;
  readonly own: readonly number[];
}

const known = new WeakMap<Common, Parts>();

const partsOf = (one: Common): Parts => {
  const before = known.get(one);
  if (before !== undefined) return before;
  const differing = new Set(one.unlike.flatMap(([, lines]) => Object.keys(lines).map(Number)));
  const lines = one.text.split('\n');
  const isOwn = (line: string, number: number) => line.includes('«') || differing.has(number);
  const parts = {
    shared: lines
      .filter((line, number) => !isOwn(line, number))
      .join('\n')
      .toLowerCase(),
    own: lines.flatMap((line, number) => (isOwn(line, number) ? [number] : [])),
  };
  known.set(one, parts);
  return parts;
};

/** What something says in a place. */
export const contentOf = (one: Common, place: number, words: PlaceWords): Content => {
  let own: string | undefined;
  const linesHere = (): readonly string[] => {
    const others = one.unlike.find(([at]) => at.includes(place))?.[1] ?? {};
    return one.text.split('\n').map((line, number) => ofPlace(others[number] ?? line, words));
  };
  const ownText = (): string => {
    const lines = linesHere();
    return partsOf(one)
      .own.map((number) => lines[number])
      .join('\n')
      .toLowerCase();
  };
  return {
    has: (word) => {
      if (partsOf(one).shared.includes(word)) return true;
      own ??= ownText();
      return own.includes(word);
    },
    lineWith: (word) =>
      linesHere()
        .find((line) => line.toLowerCase().includes(word))
        ?.trim(),
  };
};
