import { general, type PlaceWords } from './place-words.ts';

/** Something that is rendered, for one place or for several. */
export interface Common {
  readonly kind: string;
  /** `namespace/name`, or the address of a resource. */
  readonly name: string;
  /** The file below the folder of a cluster; nothing for a resource. */
  readonly file: string;
  /** Numbers of places. */
  readonly at: readonly number[];
  /** What it says, line by line, with the words of a place as marks. */
  readonly text: string;
  /** Lines that are others in some of the places, by their number. */
  readonly unlike: readonly (readonly [
    at: readonly number[],
    lines: Readonly<Record<string, string>>,
  ])[];
}

/** All that is rendered and what it says: what many places have is there once. */
export interface Inventory {
  readonly places: readonly { readonly place: string; readonly words: PlaceWords }[];
  readonly all: readonly Common[];
}

/** One thing in one place. */
export interface Placed extends Pick<Common, 'kind' | 'name' | 'file' | 'text'> {
  readonly place: string;
}

/** Lines that differ from those of another text, by their number. */
type Lines = Record<string, string>;

interface Growing extends Pick<Common, 'kind' | 'name' | 'file' | 'text'> {
  readonly lines: readonly string[];
  readonly at: number[];
  /** Places by the lines that are others there, as JSON. */
  readonly unlike: Map<string, number[]>;
}

/** What is the same in several places, but for some lines, is one thing; in the order of the places. */
export const common = (
  places: Inventory['places'],
  byPlace: ReadonlyMap<string, readonly Placed[]>,
): readonly Common[] => {
  const found = new Map<string, Growing[]>();
  for (const [number, { place, words }] of places.entries()) {
    for (const thing of byPlace.get(place) ?? []) {
      const [name, file, text] = [thing.name, thing.file, thing.text].map((one) =>
        general(one, words),
      );
      const own = { kind: thing.kind, name: name ?? '', file: file ?? '', text: text ?? '' };
      const key = JSON.stringify([own.kind, own.name, own.file]);
      const alike = found.get(key) ?? [];
      found.set(key, alike);
      putTo(alike, own, number);
    }
  }
  return [...found.values()].flat().map(({ lines: _, unlike, ...one }) => ({
    ...one,
    unlike: [...unlike].map(([lines, at]) => [at, JSON.parse(lines) as Lines] as const),
  }));
};

/** Adds a thing to the first one that it is like, or begins another one. */
const putTo = (
  alike: Growing[],
  own: Pick<Growing, 'kind' | 'name' | 'file' | 'text'>,
  number: number,
): void => {
  const lines = own.text.split('\n');
  for (const one of alike) {
    const others = unlikeLines(one.lines, lines);
    if (others === undefined) continue;
    one.at.push(number);
    if (Object.keys(others).length === 0) return;
    const key = JSON.stringify(others);
    one.unlike.set(key, [...(one.unlike.get(key) ?? []), number]);
    return;
  }
  alike.push({ ...own, lines, at: [number], unlike: new Map() });
};

/** The lines that are others; nothing where a text of its own is shorter than these. */
const unlikeLines = (base: readonly string[], lines: readonly string[]): Lines | undefined => {
  if (base.length !== lines.length) return undefined;
  const others = lines.flatMap((line, index) =>
    line === base[index] ? [] : [[index, line] as const],
  );
  return others.length * 2 > lines.length ? undefined : Object.fromEntries(others);
};
