import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstInstall, installFolder } from '@bizflow/config/platform';
import { paramsOf } from '../../fleet/argo-cd-values.ts';
import { argoCd } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { checkParameters } from './parameters.ts';
import { type Places, withPlaces } from './places.ts';
import { shell } from './shell.ts';
import type { Site } from './site.ts';

/**
 * What a person does: the documented commands as they are written, in a copy of the files that they name; only
 * addresses differ. Gives what they left beside those files.
 */
export async function install(
  plane: ControlPlane,
  { folder, root: from }: Site,
  places: Places,
): Promise<readonly string[]> {
  const { id } = folder;
  const home = join(plane.server.folder, 'checkout');
  const root = `gitops/${id}/bootstrap/application-root.yaml`;
  for (const path of [installFolder({ id }), root]) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    cpSync(join(from, path), join(home, path), { recursive: true });
  }
  for (const path of filesIn(home)) {
    const at = join(home, path);
    writeFileSync(at, withPlaces(readFileSync(at, 'utf8'), places));
  }
  const before = filesIn(home);
  for (const command of firstInstall({ id, name: 'e2e' })) {
    const played = [...places].reduce((text, [from, to]) => text.replaceAll(from, to), command);
    await shell(plane, home, played);
  }
  const params = paramsOf(folder, from);
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
