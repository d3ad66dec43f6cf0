import { unescaped, valueAt } from '@bizflow/kernel';
import { factsIn } from '../fact-sources/facts-in.ts';
import { edited } from '../fact-sources/rewrite.ts';
import { type Constant, constantsIn } from './constants.ts';

/** A part of a newer text, and the value that it had: offsets of a source, or a pointer into a lock. */
export type Piece =
  | { readonly start: number; readonly end: number; readonly value: unknown }
  | { readonly pointer: string; readonly value: unknown };

/** Facts that are put back together, as data: a constant, or a member of a lock. */
export interface PutBack {
  readonly file: string;
  /** What it is called: the constant, or the pointer into a lock. */
  readonly name: string;
  /** None where it cannot be put back without running what the base has. */
  readonly pieces: readonly Piece[] | undefined;
}

/** How each changed constant of a module is put back. */
export const constantPutBacks = (
  file: string,
  before: string,
  after: string,
): readonly PutBack[] => {
  const known = new Map(constantsIn(before).map((one) => [one.name, one]));
  const current = constantsIn(after);
  const gone = [...known.values()].filter(({ name }) => !current.some((one) => one.name === name));
  return [
    ...gone.map(({ name }) => ({ file, name, pieces: undefined })),
    ...current.flatMap((one) => {
      const was = known.get(one.name);
      const text = ({ start, end }: Constant, of: string): string => of.slice(start, end);
      if (was !== undefined && text(was, before) === text(one, after)) return [];
      const pieces = was && piecesOf(was, one, before, after);
      return pieces?.length === 0 ? [] : [{ file, name: one.name, pieces }];
    }),
  ];
};

const piecesOf = (
  was: Constant,
  { name, start, end }: Constant,
  before: string,
  after: string,
): readonly Piece[] | undefined => {
  if (was.value !== undefined) {
    return factTexts(before, name) === factTexts(after, name)
      ? []
      : [{ start, end, value: was.value }];
  }
  // Names are part of it: each literal that is still there is put back alone.
  const [old, current] = [before, after].map((text) => factsOf(text, name));
  const isSame = [...(old?.keys() ?? [])].join() === [...(current?.keys() ?? [])].join();
  if (!isSame) return undefined;
  return [...(current ?? [])].flatMap(([path, fact]) => {
    const value = old?.get(path)?.value;
    return value === fact.value ? [] : [{ start: fact.start, end: fact.end, value }];
  });
};

const factsOf = (text: string, name: string) =>
  new Map(
    factsIn(text)
      .filter(({ path }) => path.split(/[.[(]/)[0] === name)
      .map((fact) => [fact.path, fact] as const),
  );

const factTexts = (text: string, name: string): string =>
  JSON.stringify([...factsOf(text, name)].map(([path, { value }]) => [path, value]));

/** How many steps of a pointer name one entry of a lock. */
const entry = 3;

/** How each changed entry of a lock is put back. */
export const lockPutBacks = (
  file: string,
  before: unknown,
  pointers: readonly string[],
): readonly PutBack[] => {
  const entries = new Set(
    pointers.map((one) =>
      one
        .split('/')
        .slice(0, entry + 1)
        .join('/'),
    ),
  );
  return [...entries].map((pointer) => ({
    file,
    name: pointer,
    pieces: [{ pointer, value: valueAt(before, pointer) }],
  }));
};

/** A source that asks for each piece by its number. */
export const askingFor = (
  source: string,
  pieces: readonly (Piece & { number: number })[],
): string =>
  edited(
    source,
    pieces
      .flatMap((piece) => ('start' in piece ? [piece] : []))
      .map(({ start, end, number }) => ({
        ...{ start, end },
        text: `factOf(${number}, ${source.slice(start, end)})`,
      })),
  );

/** A lock with a value at a pointer; without one where there was none. */
export const lockWith = (lock: unknown, pointer: string, value: unknown): unknown => {
  const copy = structuredClone(lock);
  const steps = pointer.split('/');
  const holder = valueAt(copy, steps.slice(0, -1).join('/')) as Record<string, unknown>;
  const key = unescaped(steps.at(-1) ?? '');
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return copy;
};
