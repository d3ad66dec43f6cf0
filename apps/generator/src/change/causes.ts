import { type Causes, type ChangedFact, fieldChanges } from '@bizflow/changes';
import { type Fact, factsIn, holdsFacts } from '../fact-sources/facts-in.ts';
import type { Base } from './base.ts';
import { type Changed, changedSources } from './changed-sources.ts';
import { isCode, isLock, renders } from './kinds-of-source.ts';
import { constantPutBacks, lockPutBacks, type PutBack } from './put-backs.ts';

/** What changed in sources: facts and code for people, and each source with its changed facts. */
export interface SourceChanges {
  readonly causes: Causes;
  readonly changes: readonly SourceChange[];
}

/** A changed source, and the facts in it that differ. */
export interface SourceChange {
  readonly change: Changed;
  readonly facts: readonly ChangedFact[];
}

/** Which facts were changed since the base, where they are written, and which code: read from sources, and never run. */
export function causesSince(root: string, { commit }: Base, head: Base | undefined): SourceChanges {
  const changes = changedSources(
    root,
    commit,
    head?.commit,
    (path) => renders.test(path) || isLock.test(path),
  );
  const read = changes.map((change) => ({ change, facts: factsOf(change) }));
  return {
    causes: {
      facts: read.flatMap(({ facts }) => facts),
      code: changes.filter(isCode).map(({ path }) => path),
    },
    changes: read,
  };
}

/** How each changed fact gets the value of one side back, in sources that have those of the other one. */
export const putBacksOf = (
  changes: readonly SourceChange[],
  side: 'before' | 'after',
  textOf: (path: string) => string,
): readonly PutBack[] =>
  changes.flatMap(({ change, facts }) => {
    const { path, before, after } = change;
    if (before === undefined || after === undefined) return [];
    if (!holdsFacts.test(path) && !isLock.test(path)) return [];
    const wanted = change[side] ?? '';
    const standing = textOf(path);
    if (isLock.test(path)) return inLocks(path, wanted, standing);
    return constantPutBacks(path, wanted, standing).map((one) => ({
      ...one,
      name: calledAfter(one.name, facts),
    }));
  });

const inLocks = (path: string, ...texts: readonly [string, string]): readonly PutBack[] => {
  const [was, is] = texts.map((text): unknown => JSON.parse(text));
  const differing = fieldChanges(was, is).map(({ at }) => at);
  return lockPutBacks(path, was, differing);
};

/** A constant of which one fact changed is called after that fact. */
const calledAfter = (constant: string, facts: readonly ChangedFact[]): string => {
  const [only, ...others] = facts.filter(({ path }) => path.split(/[.[(]/)[0] === constant);
  return only !== undefined && others.length === 0 ? only.path : constant;
};

const factsOf = ({ path, before, after }: Changed): readonly ChangedFact[] => {
  if (isLock.test(path)) return inLock(path, before, after);
  if (!holdsFacts.test(path)) return [];
  const [was, is] = [before, after].map((text) => byName(text));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((name) => {
    const [old, current] = [was?.get(name), is?.get(name)];
    if (old?.value === current?.value) return [];
    const line = lineOf(current === undefined ? before : after, (current ?? old)?.start ?? 0);
    return [
      { at: `${path}:${line}`, path: name, before: said(old?.value), after: said(current?.value) },
    ];
  });
};

const byName = (text: string | undefined): ReadonlyMap<string, Fact> =>
  new Map((text === undefined ? [] : factsIn(text)).map((fact) => [fact.path, fact]));

const lineOf = (text: string | undefined, offset: number): number =>
  (text ?? '').slice(0, offset).split('\n').length;

const inLock = (path: string, before = '{}', after = '{}'): readonly ChangedFact[] =>
  fieldChanges(JSON.parse(before), JSON.parse(after)).map((one) => ({
    at: path,
    path: one.field.slice(1).replaceAll('/', '.'),
    before: said(one.before),
    after: said(one.after),
  }));

const said = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));
