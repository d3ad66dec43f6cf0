import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Causes, type ChangedFact, fieldChanges } from '@bizflow/changes';
import { type Fact, factsIn } from '../fact-sources/facts-in.ts';
import type { Base } from './base.ts';
import { blobsAt, git, textsOf } from './git.ts';

/** Sources whose constants are facts. */
const holdsFacts =
  /^packages\/(?:config|region-catalog)\/src\/(?!facts\/)(?!.*(?:\.test|-rules|\/index)\.ts$).*\.ts$/;
const isLock = /^(?:images|charts)\.lock\.json$/;
/** Code that decides what is rendered. */
const renders =
  /^packages\/(?:config|kernel|region-catalog|k8s-manifests|waf-rules|terraform-roots|runbooks|tenant-isolation|metrics)\/src\/(?!.*\.test\.ts$).*\.ts$|^terraform\/(?:modules|global)\/(?!.*\/tests\/)/;

/** Which facts were changed since the base, where they are written, and which code: read from sources, and never run. */
export function causesSince(root: string, { commit }: Base, head: Base | undefined): Causes {
  const paths = changedSince(root, commit, head).filter(
    (path) => renders.test(path) || isLock.test(path),
  );
  if (paths.length === 0) return { facts: [], code: [] };
  const older = textsAt(root, commit, paths);
  const newer = head === undefined ? undefined : textsAt(root, head.commit, paths);
  const changes = paths.map((path) => {
    const after = newer === undefined ? textAt(join(root, path)) : newer.get(path);
    return { path, before: older.get(path), after };
  });
  const byPath = changes.map((one) => ({ path: one.path, facts: factsOf(one) }));
  return {
    facts: byPath.flatMap(({ facts }) => facts),
    code: byPath.filter(({ facts }) => facts.length === 0).map(({ path }) => path),
  };
}

/** Changed and new files, committed or not. */
const changedSince = (root: string, commit: string, head: Base | undefined): readonly string[] => {
  const sides = head === undefined ? [commit] : [commit, head.commit];
  const differing = git(root, 'diff', '--name-only', '--no-renames', '-z', ...sides) ?? '';
  const untracked =
    head === undefined ? git(root, 'ls-files', '--others', '--exclude-standard', '-z') : '';
  return [...new Set(`${differing}${untracked ?? ''}`.split('\0'))]
    .filter((path) => path !== '')
    .sort();
};

interface Changed {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

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

const textsAt = (
  root: string,
  commit: string,
  paths: readonly string[],
): ReadonlyMap<string, string> => {
  const blobs = blobsAt(root, commit, paths);
  const texts = textsOf(root, [...new Set(blobs.values())]);
  return new Map([...blobs].map(([path, id]) => [path, texts.get(id) ?? '']));
};

const textAt = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
