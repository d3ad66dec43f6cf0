import type { Manifest } from '@bizflow/config';
import { child, isObject, unescaped, valueAt } from '@bizflow/kernel';

/** One field of an object that is another one, or gone. */
export interface Edit {
  /** A JSON pointer into the object. */
  readonly at: string;
  readonly does: 'another value' | 'gone';
  readonly after: Manifest;
}

/** Words that a definition allows instead of each other. */
const pairs: readonly (readonly [string, string])[] = [
  ...(
    [
      ['Delete', 'Retain'],
      ['Immediate', 'WaitForFirstConsumer'],
      ['PreemptLowerPriority', 'Never'],
      ['Namespaced', 'Cluster'],
      ['Role', 'ClusterRole'],
      ['NonIndexed', 'Indexed'],
      ['ClusterIP', 'NodePort'],
      ['ReadWriteOnce', 'ReadWriteMany'],
      ['OrderedReady', 'Parallel'],
      ['Filesystem', 'Block'],
      ['IPv4', 'IPv6'],
      ['REGIONAL', 'CLOUDFRONT'],
      ['NotTerminating', 'Terminating'],
    ] as const
  ).flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
];

/** Every field of an object with another value, and without it; who the object is stays. */
export const edits = (object: Manifest): readonly Edit[] => {
  const found = pointersIn(object, '').filter((at) => !identity.test(at));
  return found.flatMap((at): readonly Edit[] => [
    ...(isObject(valueAt(object, at)) ? [] : [another(object, at)]),
    { at, does: 'gone', after: without(object, at) },
  ]);
};

const identity = /^\/(?:apiVersion|kind|spec|metadata|metadata\/(?:name|namespace))$/;

/** A pointer with `*` for each name that a map or a list gives: the kind of a field. */
export const kindOfField = (object: Manifest, at: string): string =>
  at
    .split('/')
    .map((step, index, steps) =>
      Array.isArray(valueAt(object, steps.slice(0, index).join('/'))) ? '*' : step,
    )
    .join('/')
    .replace(named, '$1/*');

/** Maps whose keys are words of the fleet, and not of a definition. */
const named =
  /(\/(?:labels|annotations|matchLabels|nodeSelector|data|stringData|hard|requests|limits|tags|parameters|values|spec\/selector))\/[^/]+/g;

const pointersIn = (value: unknown, at: string): readonly string[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, member]) => {
        const inner = child(at, key);
        return [inner, ...pointersIn(member, inner)];
      })
    : [];

/** A label that a selector names is another one in the template, too: they must be equal. */
const another = (object: Manifest, at: string): Edit => {
  const value = other(valueAt(object, at));
  const label = at.replace(
    /^\/spec\/selector(?:\/matchLabels)?\//,
    '/spec/template/metadata/labels/',
  );
  const places = valueAt(object, label) === undefined ? [at] : [at, label];
  const after = places.reduce((edited, place) => replaced(edited, place, value), object);
  return { at, does: 'another value', after };
};

const other = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string' || value === '') return 'other';
  const pair = pairs.find(([one]) => one === value);
  const next = pair?.[1] ?? value.replace(/[a-z\d](?=[^a-z\d]*$)/i, nextCharacter);
  return next === value ? `${value}x` : next;
};

const nextCharacter = (last: string): string =>
  /\d/.test(last) ? `${(Number(last) % 9) + 1}` : last === 'x' ? 'y' : 'x';

const replaced = (object: Manifest, at: string, value: unknown): Manifest =>
  changed(object, at, (holder, key) => {
    (holder as Record<string, unknown>)[key] = value;
  });

/** A map or a list that nothing is left in goes, too: no renderer writes it. */
const without = (object: Manifest, at: string): Manifest => {
  const less = removed(object, at);
  const holder = at.slice(0, at.lastIndexOf('/'));
  const left = valueAt(less, holder);
  const isEmpty = isObject(left) && Object.keys(left).length === 0;
  return isEmpty && holder !== '' ? without(less, holder) : less;
};

const removed = (object: Manifest, at: string): Manifest =>
  changed(object, at, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete (holder as Record<string, unknown>)[key];
  });

const changed = (
  object: Manifest,
  at: string,
  change: (holder: object, key: string) => void,
): Manifest => {
  const copy = structuredClone(object);
  const steps = at.split('/');
  const holder = valueAt(copy, steps.slice(0, -1).join('/'));
  if (isObject(holder)) change(holder, unescaped(steps.at(-1) ?? ''));
  return copy;
};
