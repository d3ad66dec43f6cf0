import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { isObject } from '@bizflow/kernel';
import type { Instrumented } from '../fact-sources/instrument.ts';
import type { Part } from '../trees/rendered-tree.ts';
import { type Lock, lockValue } from './locks.ts';
import type { partsOf } from './parts.ts';
import { type Changes, Reads } from './reads.ts';

/** The values of a part's files by their paths; `null` where the part could not be rendered. */
export type Bodies = ReadonlyMap<string, unknown> | null;

/** A rendered part, and the facts that were read for it. */
export interface RenderedPart {
  readonly name: string;
  readonly bodies: Bodies;
  readonly reads: ReadonlySet<number>;
}

/** One run of the program, from its first line and past every rule. */
export interface Session {
  /** `null` where a tree could not even list its parts. */
  readonly parts: readonly RenderedPart[] | null;
  /** The facts that decide which parts there are, or that were read before the first one. */
  readonly initial: ReadonlySet<number>;
  /** A part once more, with facts changed that are not initial. */
  readonly again: <T>(part: string, changes: Changes, use: (bodies: Bodies) => T) => T;
}

type Locks = Parameters<typeof partsOf>;

/** A program of facts, and the locks that it starts from. */
export interface Program extends Pick<Instrumented, 'code'> {
  readonly locks: readonly Lock[];
}

/** Gives a function that runs a program of facts, some of them changed. */
export function sessionsOf({ code, locks }: Program): (changes: Changes) => Session {
  const script = new Script(
    `(module, exports, require, factOf, factList, derivedBy, onceOf) => {${code}\n}`,
  );
  const require = createRequire(import.meta.url);
  return (changes) => {
    const facts = new Reads(changes);
    const { factOf, factList, derivedBy, onceOf } = facts.given;
    const module = { exports: {} as { partsOf: typeof partsOf } };
    let listed: readonly Part[] | null = null;
    const initial = facts.during(() => {
      try {
        const run = script.runInThisContext();
        run(module, module.exports, require, factOf, factList, derivedBy, onceOf);
        const [images, charts] = locks.map((lock) => lockValue(lock, factOf)) as Locks;
        listed = module.exports.partsOf(images, charts);
      } catch {
        // A fact that everything needs: nothing is rendered without it.
      }
    });
    // Getters of a trial keep its values; the fleet as it is must outlast those of others.
    return session(facts, listed, initial, changes.size === 0 ? plain : asItIs);
  };
}

function session(
  facts: Reads,
  listed: readonly Part[] | null,
  initial: ReadonlySet<number>,
  as: (body: unknown) => unknown,
): Session {
  const parts = listed?.map(({ name, files }) => {
    let bodies: Bodies = null;
    const reads = facts.during(() => {
      bodies = bodiesOf(files, as);
    });
    return { name, bodies, reads };
  });
  return {
    parts: parts ?? null,
    initial,
    again: (part, changes, use) =>
      facts.under(changes, () => {
        const files = listed?.find(({ name }) => name === part)?.files;
        return use(files === undefined ? null : bodiesOf(files, asItIs));
      }),
  };
}

function bodiesOf(files: Part['files'], as: (body: unknown) => unknown): Bodies {
  try {
    return new Map(files().map(({ path, body }) => [path, as(body)]));
  } catch {
    return null;
  }
}

const asItIs = (body: unknown): unknown => body;

/** A copy without members that have no value, so that it stays as it is when a fact changes. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, plain(member)]],
    ),
  );
};
