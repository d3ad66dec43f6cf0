import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle/bundle-files.ts';
import { factsIn, holdsFacts } from '../fact-sources/facts-in.ts';
import { type Instrumented, instrument, type PlacedFact } from '../fact-sources/instrument.ts';
import { askedWhenRead } from '../fact-sources/rewrite.ts';
import { serialize } from '../serialize.ts';
import type { Place } from './differences.ts';
import type { Effects } from './effects.ts';
import { digestOfSources, type FactIndex, type IndexedFact, textDigest } from './index-file.ts';
import { kernelInstead } from './kernel-instead.ts';
import { factsOfLock, lockPaths } from './locks.ts';
import { readersOf } from './reads.ts';
import { type Program, type Session, sessionsOf } from './session.ts';

/** A program whose facts are changed. */
export type Explained = Instrumented & Program;

/** Everything that the index is made of. */
export async function explained(): Promise<Explained> {
  const program = await instrument('explain/parts.ts', {
    holdsFacts,
    factsIn,
    rewrite: askedWhenRead,
    instead: kernelInstead,
  });
  const facts = [...program.facts];
  const locks = lockPaths.map((path) => {
    const lock = { path, text: readFileSync(join(root, path), 'utf8'), first: facts.length };
    facts.push(...factsOfLock(lock));
    return lock;
  });
  return { ...program, locks, facts };
}

/** The index of a program and of the effects of all its facts. */
export function indexOf(program: Explained, effects: ReadonlyMap<number, Effects>): FactIndex {
  const base = sessionsOf(program)(new Map());
  const bodies = new Map((base.parts ?? []).flatMap(({ bodies: of }) => [...(of ?? [])]));
  const files = [...bodies.keys()].toSorted();
  const numberOfFile = new Map(files.map((path, number) => [path, number]));
  const places = new Map<Place, number>();
  const numberOf = (place: Place): number => {
    const number = places.get(place) ?? places.size;
    places.set(place, number);
    return number;
  };
  const facts = program.facts.map((fact): IndexedFact => {
    const found = effects.get(fact.number);
    const decides = [...(found?.places ?? [])].map(
      ([path, of]) => [numberOfFile.get(path) ?? -1, [...of].map(numberOf)] as const,
    );
    const { path, file, line, value } = fact;
    return {
      ...{ path, file, line, value },
      decides: Object.fromEntries(decides),
      adds: [...(found?.added ?? [])].toSorted(),
      through: throughOf(fact, base),
    };
  });
  const sources = [...program.sources, ...made].toSorted();
  return {
    sources,
    digest: digestOfSources(root, sources),
    files: files.map((path) => [path, textDigest(serialize({ path, body: bodies.get(path) }))]),
    places: [...places.keys()],
    functions: program.functions,
    facts: facts.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
  };
}

const throughOf = ({ number }: PlacedFact, { parts, initial }: Session): readonly number[] => {
  const all = [initial, ...(parts ?? []).map(({ reads }) => reads)];
  return [...new Set(all.flatMap((reads) => readersOf(reads, number)))];
};

// What decides how the index looks, beside the program and what it imports.
const made = [
  ...[...lockPaths, 'package-lock.json'],
  ...[
    'differences',
    'effects',
    'kernel-instead',
    'locks',
    'make-index',
    'other-values',
    'reads',
    'session',
    'shares',
    'trials',
  ].map((name) => `apps/generator/src/explain/${name}.ts`),
  ...['facts-in', 'functions-in', 'instrument', 'rewrite', 'syntax'].map(
    (name) => `apps/generator/src/fact-sources/${name}.ts`,
  ),
];
