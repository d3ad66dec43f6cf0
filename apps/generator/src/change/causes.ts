import { type Causes, type ChangedFact, fieldChanges } from '@bizflow/changes';
import { type Fact, factsIn } from '../fact-sources/facts-in.ts';
import type { Base } from './base.ts';
import { type Changed, changedSources } from './changed-sources.ts';
import { codeIn } from './constants.ts';
import { constantPutBacks, lockPutBacks, type PutBack } from './put-backs.ts';

/** Sources whose constants are facts. */
const holdsFacts =
  /^packages\/(?:config|region-catalog|metrics)\/src\/(?!facts\/)(?!.*(?:\.test|-rules|\/index)\.ts$).*\.ts$/;
const isLock = /^(?:images|charts)\.lock\.json$/;
/** Code that decides what is rendered. */
const renders =
  /^packages\/(?:config|kernel|region-catalog|k8s-manifests|waf-rules|terraform-roots|runbooks|tenant-isolation|metrics)\/src\/(?!.*\.test\.ts$).*\.ts$|^terraform\/(?:modules|global)\/(?!.*\/tests\/)/;

/** What changed in sources: facts and code for people, and how each fact is put back. */
export interface SourceChanges {
  readonly causes: Causes;
  readonly putBacks: readonly PutBack[];
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
    putBacks: read.flatMap(({ change, facts }) => putBacksOf(change, facts)),
  };
}

/** Whether a source says something else beside its constants; a comment is nothing that it says. */
const isCode = ({ path, before, after }: Changed): boolean => {
  if (isLock.test(path)) return false;
  if (!path.endsWith('.ts')) return true;
  const [was, is] = [before ?? '', after ?? ''].map((text) => codeIn(text, !holdsFacts.test(path)));
  return was !== is;
};

const putBacksOf = (
  { path, before, after }: Changed,
  facts: readonly ChangedFact[],
): readonly PutBack[] => {
  if (before === undefined || after === undefined) return [];
  if (holdsFacts.test(path)) {
    return constantPutBacks(path, before, after).map((one) => ({
      ...one,
      name: calledAfter(one.name, facts),
    }));
  }
  if (!isLock.test(path)) return [];
  const [was, is] = [before, after].map((text): unknown => JSON.parse(text));
  return lockPutBacks(
    path,
    was,
    fieldChanges(was, is).map(({ at }) => at),
  );
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
