import { catalogDocument } from '../src/document.ts';

/** JSON with members. */
export type Json = Record<string, unknown>;

/** Whether a value has members: an object, or an array. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null;

/** The keys that lead to a value. */
export type Place = readonly string[];

/** The paths of every object and array, the root's is empty. */
export const holders = (value: Json, path: Place = []): Place[] => [
  path,
  ...Object.entries(value).flatMap(([key, member]) =>
    isObject(member) ? holders(member, [...path, key]) : [],
  ),
];

/** A copy of the document with the object at a path changed. */
export const edited = (path: Place, edit: (holder: Json) => void): Json => {
  const copy: Json = JSON.parse(JSON.stringify(catalogDocument()));
  let holder = copy;
  for (const key of path) {
    const next = holder[key];
    if (isObject(next)) holder = next;
  }
  edit(holder);
  return copy;
};
