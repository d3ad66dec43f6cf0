import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { root } from '../bundle/bundle-files.ts';
import { asNodeRuns } from '../bundle/make-bundle.ts';
import { type Fact, factsIn } from './facts-in.ts';

/** A fact with its source file, its line there, and its number in the program. */
export interface PlacedFact extends Fact {
  readonly file: string;
  readonly line: number;
  readonly number: number;
}

/** A program that asks for each fact's value as it starts, and the facts in the order of their numbers. */
export interface Instrumented {
  readonly code: string;
  readonly facts: readonly PlacedFact[];
}

/** Bundles the judge with all sources; each fact in them becomes a call of `factOf(number, value)`. */
export async function instrument(): Promise<Instrumented> {
  const facts: PlacedFact[] = [];
  const build = await rolldown({
    input: join(import.meta.dirname, 'judge.ts'),
    ...asNodeRuns,
    plugins: [outside, asking(facts)],
  });
  const { output } = await build.generate({ format: 'cjs', codeSplitting: false });
  return { code: output[0].code, facts };
}

/** Packages of other people are loaded once for all mutants. */
const outside: Plugin = {
  name: 'outside',
  resolveId: {
    filter: { id: /^(?!@bizflow\/|node:)[^./]/ },
    async handler(id, importer) {
      const found = importer === undefined ? null : await this.resolve(id, importer);
      return found && { id: found.id, external: 'absolute' };
    },
  },
};

// What a rule accepts is not a fact.
const holdsFacts =
  /packages\/(config|region-catalog)\/src\/(?!facts\/)(?!.*(\.test|-rules|\/index)\.ts$).*\.ts$/;

const asking = (facts: PlacedFact[]): Plugin => ({
  name: 'asking',
  load: {
    filter: { id: holdsFacts },
    handler(id) {
      const source = readFileSync(id, 'utf8');
      let code = '';
      let done = 0;
      for (const fact of factsIn(source)) {
        const line = source.slice(0, fact.start).split('\n').length;
        const literal = source.slice(fact.start, fact.end);
        code += `${source.slice(done, fact.start)}factOf(${facts.length}, ${literal})`;
        done = fact.end;
        facts.push({ ...fact, file: relative(root, id), line, number: facts.length });
      }
      return { code: code + source.slice(done), moduleType: 'ts' };
    },
  },
});
