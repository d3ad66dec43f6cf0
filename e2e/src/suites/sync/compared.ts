import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedObjects } from '@bizflow/changes/testing';
import { repository } from '../../harness/places.ts';
import { folderBefore } from '../plan/history.ts';
import { reference, refresh, type Stage } from './stage.ts';

/** What Argo CD says of one object of an Application. */
interface Resource {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly status?: string;
  readonly requiresPruning?: boolean;
  readonly hook?: boolean;
}

/** `Kind namespace/name`, and what a sync would do to it. */
type Verdicts = ReadonlyMap<string, 'applied' | 'pruned'>;

/**
 * Pushes an Application's folder as a commit of the history found it, while nothing may sync by itself, and compares
 * what Argo CD finds out of sync, and would prune, with the objects that `plan` says change and go.
 */
export async function unlikePlan(
  stage: Stage,
  name: string,
  home: string,
): Promise<readonly string[]> {
  const { git, folder, plane } = stage;
  const now = Object.fromEntries(
    folder.files
      .filter(({ path }) => path.startsWith(`${home}/`))
      .map(({ path }) => [path, readFileSync(join(repository, path), 'utf8')]),
  );
  const older = folderBefore(home, now);
  const gone = Object.keys(now).filter((path) => older[path] === undefined);
  const leave = Object.fromEntries(gone.map((path) => [path, null]));
  const commit = git.push('As it was', { ...older, ...leave });
  await refresh(stage, [name]);
  const live = await plane.api.read(reference(name));
  const planned = said(now, older);
  const found = seen(live?.status.resources ?? []);
  git.revert(commit);
  await refresh(stage, [name]);
  const names = new Set([...planned.keys(), ...found.keys()]);
  return [
    ...(planned.size > 0 ? [] : ['plan names nothing: there is nothing to compare']),
    ...[...names]
      .filter((one) => planned.get(one) !== found.get(one))
      .map(
        (one) =>
          `${one}: plan says ${planned.get(one) ?? 'nothing'}, Argo CD says ${found.get(one) ?? 'nothing'}`,
      ),
  ];
}

/** What `plan` says: hooks are left out of what Argo CD compares. */
const said = (
  now: Readonly<Record<string, string>>,
  older: Readonly<Record<string, string>>,
): Verdicts =>
  new Map(
    changedObjects(now, older).flatMap(({ name, before, after }) => {
      const { annotations = {} } = (after ?? before)?.metadata ?? {};
      if (annotations['argocd.argoproj.io/hook'] !== undefined) return [];
      return [[name, after === undefined ? 'pruned' : 'applied'] as const];
    }),
  );

const seen = (resources: readonly Resource[]): Verdicts =>
  new Map(
    resources.flatMap(
      ({ kind, namespace, name, status, requiresPruning = false, hook = false }) => {
        if (status !== 'OutOfSync' || hook) return [];
        const named = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
        return [[named, requiresPruning ? 'pruned' : 'applied'] as const];
      },
    ),
  );
