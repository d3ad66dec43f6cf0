import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { root } from '../bundle/bundle-files.ts';
import { asNodeRuns } from '../bundle/make-bundle.ts';
import type { Fact } from './facts-in.ts';
import { functionsIn } from './functions-in.ts';
import type { Rewrite } from './rewrite.ts';

/** A fact with its source file, its line there, and its number in the program. */
export interface PlacedFact extends Fact {
  readonly file: string;
  readonly line: number;
  readonly number: number;
}

/** A function that facts pass through, at a place. */
export interface PlacedFunction {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** A program that asks for each fact's value, and the facts and functions in the order of their numbers. */
export interface Instrumented {
  readonly code: string;
  readonly facts: readonly PlacedFact[];
  readonly functions: readonly PlacedFunction[];
  /** The sources that the program is made of, from the root of the repository, in order. */
  readonly sources: readonly string[];
}

/** How a program asks for facts. */
export interface Asking {
  /** The paths of the modules whose literals are facts. */
  readonly holdsFacts: RegExp;
  readonly factsIn: (source: string) => readonly Fact[];
  readonly rewrite: Rewrite;
  /** Modules that are taken instead of sources, by the path of the source from the root. */
  readonly instead: Readonly<Record<string, string>>;
}

/** A program that asks for no fact: its sources as they are. */
export const askingNothing: Omit<Asking, 'instead'> = {
  holdsFacts: /(?!)/,
  factsIn: () => [],
  rewrite: (source) => source,
};

/** Bundles a program of `src/` with all sources that it imports, so that it asks for each fact. */
export async function instrument(program: string, how: Asking): Promise<Instrumented> {
  const facts: PlacedFact[] = [];
  const functions: PlacedFunction[] = [];
  const build = await rolldown({
    input: join(import.meta.dirname, '..', program),
    ...asNodeRuns,
    plugins: [outside, replacing(how), asking(facts, functions, how)],
  });
  const { output } = await build.generate({ format: 'cjs', codeSplitting: false });
  const sources = (await build.watchFiles)
    .map((file) => relative(root, file))
    .filter((file) => /^(packages|apps)\//.test(file));
  return { code: output[0].code, facts, functions, sources: sources.toSorted() };
}

/** Packages of other people, and what loads a parser, are loaded once for all mutants. */
const outside: Plugin = {
  name: 'outside',
  resolveId: {
    filter: { id: /^(?!@bizflow\/|node:)[^./]|\/lazy-parser\.ts$/ },
    async handler(id, importer) {
      const found = importer === undefined ? null : await this.resolve(id, importer);
      return found && { id: found.id, external: 'absolute' };
    },
  },
};

const replacing = ({ instead }: Asking): Plugin => ({
  name: 'replacing',
  load: (id) => instead[relative(root, id)] ?? null,
});

const asking = (
  facts: PlacedFact[],
  functions: PlacedFunction[],
  { holdsFacts, factsIn, rewrite }: Asking,
): Plugin => ({
  name: 'asking',
  load: {
    filter: { id: /\/packages\/(config|region-catalog|metrics)\/src\/.*\.ts$/ },
    handler(id) {
      // The program does not know a file that a plugin reads itself.
      this.addWatchFile(id);
      const source = readFileSync(id, 'utf8');
      const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
      const file = relative(root, id);
      const found = {
        facts: holdsFacts.test(id) ? factsIn(source) : [],
        firstFact: facts.length,
        functions: functionsIn(source),
        firstFunction: functions.length,
      };
      for (const fact of found.facts) {
        facts.push({ ...fact, file, line: lineOf(fact.start), number: facts.length });
      }
      for (const { name, start } of found.functions) {
        functions.push({ name, file, line: lineOf(start) });
      }
      return { code: rewrite(source, found), moduleType: 'ts' };
    },
  },
});
