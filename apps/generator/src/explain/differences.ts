import { child, isObject } from '@bizflow/kernel';
import { diffArrays } from 'diff';

/**
 * A place in a rendered value: a JSON pointer, and the line within the text that it points to. Line 0 is
 * the value as a whole, and pointer '' with line 0 the file. What is not there yet has a place, too, with a
 * plus: a member or an element the object or the list that it comes into, a line the one that it follows.
 */
export type Place = `${number | `+${number}`}:${string}`;

/** The places at which a value differs from another: what goes, what comes, and what is another. */
export function differences(before: unknown, after: unknown, at = ''): readonly Place[] {
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, at);
  if (isObject(before) && isObject(after) && !Array.isArray(before) && !Array.isArray(after)) {
    return inObjects(before, after, at);
  }
  if (isText(before) && isText(after)) return inTexts(before, after, at);
  return [`0:${at}`];
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trimEnd().includes('\n');

const inObjects = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  at: string,
): readonly Place[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !isSame(before[key], after[key]))
    .flatMap((key) =>
      before[key] === undefined
        ? [`+0:${at}` as const]
        : differences(before[key], after[key], child(at, key)),
    );

/** Whether the same is written of two values: nothing is of a member without a value. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
    return false;
  if (Array.isArray(one) && one.length !== (other as unknown as readonly unknown[]).length)
    return false;
  for (const key in one) if (!isSame(one[key], other[key])) return false;
  for (const key in other) if (one[key] === undefined && other[key] !== undefined) return false;
  return true;
}

/** Equal elements are the same ones, wherever they stand; between those, elements change in pairs. */
function inLists(before: readonly unknown[], after: readonly unknown[], at: string) {
  const places: Place[] = [];
  for (const { gone, come } of gaps(before, after, JSON.stringify)) {
    for (const [index, old] of gone.entries()) {
      const place = child(at, `${old.index}`);
      const other = come[index];
      if (other === undefined) places.push(`0:${place}`);
      else places.push(...differences(old.value, other.value, place));
    }
    if (come.length > gone.length) places.push(`+0:${at}`);
  }
  return places;
}

function inTexts(before: string, after: string, at: string) {
  const places: Place[] = [];
  for (const { gone, come, from } of gaps(before.split('\n'), after.split('\n'), String)) {
    for (const { index } of gone) places.push(`${index + 1}:${at}`);
    if (come.length > gone.length) places.push(`+${from + gone.length}:${at}`);
  }
  return places;
}

interface Placed<T> {
  readonly index: number;
  readonly value: T;
}

/** What stands between the elements that two lists have in common. */
function gaps<T>(before: readonly T[], after: readonly T[], keyOf: (value: T) => string) {
  const found: { gone: Placed<T>[]; come: Placed<T>[]; from: number }[] = [];
  let [old, fresh] = [0, 0];
  let open: (typeof found)[number] | undefined;
  for (const { added, removed, count } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    if (added || removed) {
      if (open === undefined) {
        open = { gone: [], come: [], from: old };
        found.push(open);
      }
      const [list, of, start] = removed
        ? ([open.gone, before, old] as const)
        : ([open.come, after, fresh] as const);
      for (let index = start; index < start + count; index += 1) {
        list.push({ index, value: of[index] as T });
      }
    } else open = undefined;
    if (!added) old += count;
    if (!removed) fresh += count;
  }
  return found;
}
