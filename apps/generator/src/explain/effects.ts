import { differences, type Place } from './differences.ts';
import type { Bodies, RenderedPart, Session } from './session.ts';

/** What other values of facts change. */
export interface Effects {
  /** The places that change, by file. */
  readonly places: ReadonlyMap<string, ReadonlySet<Place>>;
  /** Files that only the other values have. */
  readonly added: ReadonlySet<string>;
  /** Parts that could not be rendered at all: the facts decide all of them. */
  readonly stopped: ReadonlySet<string>;
}

/** What one trial changed. */
export interface Trial {
  readonly places: readonly (readonly [path: string, places: readonly Place[]])[];
  readonly added: readonly string[];
  readonly stopped: readonly string[];
}

/** The parts of a fleet that is rendered as it is, by their names. */
export type Parts = ReadonlyMap<string, RenderedPart>;

/** Compares everything that is rendered in two sessions. */
export function between(parts: Parts, now: Session): Trial {
  const after = new Map(now.parts?.map(({ name, bodies }) => [name, bodies]));
  // A part that is not listed has no files, unless nothing could be listed.
  const bodiesOf = (name: string): Bodies =>
    now.parts === null ? null : after.has(name) ? (after.get(name) ?? null) : new Map();
  return together(
    [...new Set([...parts.keys(), ...after.keys()])].map((name) =>
      compared(name, parts.get(name)?.bodies ?? null, bodiesOf(name)),
    ),
  );
}

/** Compares one part before and after. */
export function compared(name: string, before: Bodies, after: Bodies): Trial {
  if (after === null) return { places: [], added: [], stopped: [name] };
  const places = [...(before ?? [])].flatMap(([path, body]): Trial['places'] => {
    const found = after.has(path) ? differences(body, after.get(path)) : (['0:'] as const);
    return found.length === 0 ? [] : [[path, found]];
  });
  return { places, added: [...after.keys()].filter((path) => !before?.has(path)), stopped: [] };
}

/** What several trials changed at once. */
export const together = (all: readonly Trial[]): Trial => ({
  places: all.flatMap(({ places }) => places),
  added: all.flatMap(({ added }) => added),
  stopped: all.flatMap(({ stopped }) => stopped),
});

// Many facts decide the same places: each is kept once.
const shared = (place: Place): Place => {
  const known = seen.get(place);
  if (known !== undefined) return known;
  seen.set(place, place);
  return place;
};
const seen = new Map<string, Place>();

/** What any of several values changes; a part that one of them could render is not stopped. */
export function union(trials: readonly Trial[], parts: Parts): Effects {
  const stopped = new Set(
    [...parts.keys()].filter(
      (name) => trials.length > 0 && trials.every((trial) => trial.stopped.includes(name)),
    ),
  );
  const places = new Map<string, Set<Place>>();
  const note = (path: string, found: readonly Place[]) => {
    const known = places.get(path) ?? new Set();
    for (const place of found) known.add(shared(place));
    places.set(path, known);
  };
  for (const trial of trials) for (const [path, found] of trial.places) note(path, found);
  for (const name of stopped) {
    for (const path of parts.get(name)?.bodies?.keys() ?? []) note(path, ['0:']);
  }
  return { places, added: new Set(trials.flatMap(({ added }) => added)), stopped };
}
