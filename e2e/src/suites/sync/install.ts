import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { firstInstall, installFolder } from '@bizflow/config/platform';
import { paramsOf } from '../../fleet/argo-cd-values.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { argoCd } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { kubeConfigFile } from '../../harness/credentials.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { repository } from '../../harness/places.ts';
import { tools } from '../../harness/tools.ts';
import { checkParameters } from './parameters.ts';
import { type Places, withPlaces } from './places.ts';

const run = promisify(execFile);

/**
 * What a person does: the documented commands as they are written, in a copy of the files that they name; only
 * addresses differ. Gives what they left beside those files.
 */
export async function install(
  plane: ControlPlane,
  folder: ClusterFolder,
  places: Places,
): Promise<readonly string[]> {
  const { id } = folder;
  const home = join(plane.server.folder, 'checkout');
  const root = `gitops/${id}/bootstrap/application-root.yaml`;
  for (const path of [installFolder({ id }), root]) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    cpSync(join(repository, path), join(home, path), { recursive: true });
  }
  for (const path of filesIn(home)) {
    const at = join(home, path);
    writeFileSync(at, withPlaces(readFileSync(at, 'utf8'), places));
  }
  const before = filesIn(home);
  for (const command of firstInstall({ id, name: 'e2e' }))
    await shell(plane, home, command, places);
  const params = paramsOf(folder);
  await checkParameters(plane, params);
  await plane.addAll((run, server) => argoCd(run, server, params));
  return filesIn(home)
    .filter((path) => !before.includes(path))
    .map((path) => `${path} was left behind`);
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));

async function shell(
  { server }: ControlPlane,
  cwd: string,
  command: string,
  places: Places,
): Promise<void> {
  const played = [...places].reduce((text, [from, to]) => text.replaceAll(from, to), command);
  const env = {
    ...{ HOME: server.folder, KUBECONFIG: kubeConfigFile(server.folder) },
    PATH: [tools, process.env.PATH].join(delimiter),
  };
  await run('sh', ['-c', played], { cwd, env, maxBuffer: 2 ** 27 }).catch((error: unknown) => {
    const { stderr = '' } = error as { stderr?: string };
    throw new E2eError(`${command}: ${stderr.trim() || error}`);
  });
}
