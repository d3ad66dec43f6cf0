import type { Place } from './differences.ts';
import type { FactIndex, IndexedFact } from './index-file.ts';
import type { Spot } from './lines.ts';

/** A place, read: the spot, and whether it is only where something would come. */
export interface Placed extends Spot {
  readonly comes: boolean;
}

/** Reads a place of the index. */
export const placed = (place: Place): Placed => {
  const colon = place.indexOf(':');
  const line = place.slice(0, colon);
  return { pointer: place.slice(colon + 1), line: Number(line), comes: line.startsWith('+') };
};

/**
 * Whether what happens at a place happens to a spot: to it, to a part of it, or to all that it is in. What comes
 * into an object changes the object, but none of its other members.
 */
export const concerns = ({ pointer, line, comes }: Placed, spot: Spot): boolean =>
  isWithin(spot.pointer, pointer) && !(comes && line === 0 && spot.pointer !== pointer)
    ? line === 0 || spot.pointer !== pointer || spot.line === 0 || spot.line === line
    : isWithin(pointer, spot.pointer) && spot.line === 0;

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** A fact, and the places of one file that it decides. */
export interface Decider {
  readonly fact: IndexedFact;
  readonly places: readonly Placed[];
}

/** The facts that decide a spot of a rendered file; those of all of it decide the file. */
export function decidersOf(index: FactIndex, file: string, spot: Spot): readonly Decider[] {
  const number = index.files.findIndex(([path]) => path === file);
  return index.facts.flatMap((fact) => {
    const places = (fact.decides[number] ?? [])
      .map((place) => placed(index.places[place] ?? '0:'))
      .filter((place) => concerns(place, spot));
    return places.length === 0 ? [] : [{ fact, places }];
  });
}

/** Files in which a fact decides the same places. */
export interface Decided {
  readonly files: readonly string[];
  readonly places: readonly Placed[];
}

/** What a fact decides, the places of most files first. */
export function decidedBy(index: FactIndex, { decides }: IndexedFact): readonly Decided[] {
  const groups = Map.groupBy(Object.entries(decides), ([, places]) => places.join(','));
  return [...groups.values()]
    .map((group) => ({
      files: group.map(([file]) => index.files[Number(file)]?.[0] ?? ''),
      places: (group[0]?.[1] ?? []).map((place) => placed(index.places[place] ?? '0:')),
    }))
    .toSorted((one, other) => other.files.length - one.files.length);
}

/** The names under which a fact is found: in its source, by line, and in the facts as data. */
export function namesOf(index: FactIndex): ReadonlyMap<string, readonly IndexedFact[]> {
  const names = new Map<string, IndexedFact[]>();
  const note = (name: string, fact: IndexedFact) => {
    const known = names.get(name) ?? [];
    if (!known.includes(fact)) names.set(name, [...known, fact]);
  };
  for (const fact of index.facts) {
    for (const name of [fact.path, `${fact.file}:${fact.path}`, `${fact.file}:${fact.line}`]) {
      note(name, fact);
    }
    for (const [file, places] of Object.entries(fact.decides)) {
      const [path = ''] = index.files[Number(file)] ?? [];
      const [, subject] = /^facts\/(.+)\.json$/.exec(path) ?? [];
      if (subject === undefined) continue;
      for (const place of places) {
        const { pointer } = placed(index.places[place] ?? '0:');
        const name = dataPath(subject, pointer);
        note(name, fact);
        note(name.replace(/^catalog\./, ''), fact);
      }
    }
  }
  return names;
}

/** `catalog/eu-west-2` and `/facts/network/public/0` as rules write it: `catalog.eu-west-2.network.public[0]`. */
const dataPath = (subject: string, pointer: string): string => {
  const parts = pointer.split('/').slice(2);
  const steps = parts.map((part) =>
    /^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll('~1', '/')}`,
  );
  return `${subject.replaceAll('/', '.')}${steps.join('')}`;
};
