import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFolder } from '../../fleet/folders.ts';
import type { Api } from '../../harness/api.ts';
import { applications, type Said, settled, unsettled } from './applications.ts';

// Argo CD tries again after at most three minutes, and refreshes everything within four.
const PATIENCE = 480_000;

/** The Applications that a cluster's folder asks for: those of `bootstrap/`, and one for each service and tenant. */
function expected({ id, files }: ClusterFolder): readonly string[] {
  const written = files
    .filter(({ body }) => body.kind === 'Application')
    .map(({ body }) => body.metadata.name);
  const generated = files.flatMap(({ path }) => {
    const [, kind, name] = new RegExp(`^gitops/${id}/(service|tenant)s/([^/]+)/`).exec(path) ?? [];
    return kind === undefined ? [] : [`${kind}-${name}`];
  });
  return [...new Set([...written, ...generated])].sort();
}

/** Waits until all are settled, or until nothing has changed for long; says what is not. */
export async function allSettled(api: Api, folder: ClusterFolder): Promise<readonly string[]> {
  const wanted = expected(folder);
  let last = '';
  let since = Date.now();
  for (;;) {
    const all = await applications(api);
    const left = problems(wanted, all);
    if (left.length === 0) return [];
    const seen = JSON.stringify(all.map(({ message: _, ...one }) => one));
    if (seen !== last) since = Date.now();
    last = seen;
    if (Date.now() - since > PATIENCE) return left;
    await pause(1000);
  }
}

const problems = (wanted: readonly string[], all: readonly Said[]): readonly string[] => [
  ...wanted
    .filter((name) => !all.some((one) => one.name === name))
    .map((name) => `${name}: there is no such Application yet`),
  ...all.filter((one) => !settled(one)).map(unsettled),
];
