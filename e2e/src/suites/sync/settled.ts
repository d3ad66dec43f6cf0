import type { ClusterFolder } from '../../fleet/folders.ts';
import type { Api } from '../../harness/api.ts';
import { applications, type Said, settled, unsettled } from './applications.ts';
import { patiently } from './patience.ts';

/** The Applications that a cluster's folder asks for: those of `bootstrap/`, and one for each service and tenant. */
export function expected({ id, files }: ClusterFolder): readonly string[] {
  const written = files
    .filter(({ body }) => body.kind === 'Application')
    .map(({ body }) => body.metadata.name);
  const generated = files.flatMap(({ path }) => {
    const [, kind, name] = new RegExp(`^gitops/${id}/(service|tenant)s/([^/]+)/`).exec(path) ?? [];
    return kind === undefined ? [] : [`${kind}-${name}`];
  });
  return [...new Set([...written, ...generated])].sort();
}

/**
 * Waits until all are settled, or until nothing changes any more; says what is not. Applications whose folder has gone
 * stay until a person deletes them: such leftovers are not judged.
 */
export async function allSettled(
  api: Api,
  folder: ClusterFolder,
  leftovers: readonly string[] = [],
): Promise<readonly string[]> {
  const wanted = expected(folder);
  let left: readonly string[] = [];
  const ask = async () => {
    const all = await applications(api);
    left = problems(
      wanted,
      all.filter(({ name }) => !leftovers.includes(name)),
    );
    return left.length === 0;
  };
  return patiently(api, 'all is settled', ask).then(
    () => [],
    () => left,
  );
}

const problems = (wanted: readonly string[], all: readonly Said[]): readonly string[] => [
  ...wanted
    .filter((name) => !all.some((one) => one.name === name))
    .map((name) => `${name}: there is no such Application yet`),
  ...all.filter((one) => !settled(one)).map(unsettled),
];
