import type { Manifest } from '@bizflow/config';
import { argoRollouts, scheduler } from '../harness/components.ts';
import type { ControlPlane } from '../harness/control-plane.ts';
import type { Definition } from '../harness/definitions.ts';
import { E2eError } from '../harness/e2e-error.ts';
import { kwok } from '../harness/kwok.ts';
import { addNodes } from '../harness/nodes.ts';
import type { ClusterFolder } from './folders.ts';
import { type Installed, play, prelude } from './install.ts';
import { steps } from './waves.ts';

/** A cluster whose pods run: the fleet's objects, nodes, the scheduler and Argo Rollouts. */
export async function goLive(
  plane: ControlPlane,
  definitions: readonly Definition[],
  folder: ClusterFolder,
  change: (object: Manifest) => Manifest = (object) => object,
): Promise<readonly Installed[]> {
  plane.add(kwok);
  plane.add(scheduler);
  await prelude(plane.api, definitions);
  const [, region = ''] = folder.id.split('/');
  await addNodes(plane.api, region);
  const installed = await play(plane.api, definitions, steps(folder), change);
  for (const { path, applied } of installed) {
    if ('rejection' in applied) throw new E2eError(`${path}: ${applied.rejection.message}`);
  }
  // It reads the kinds that are served when it starts.
  plane.add(argoRollouts);
  return installed;
}

/** The first cluster that serves users. */
export const production = (folders: readonly ClusterFolder[]): ClusterFolder => {
  const found = folders.find(({ id }) => id.startsWith('production/'));
  if (found === undefined) throw new E2eError('gitops/ contains no production cluster');
  return found;
};
