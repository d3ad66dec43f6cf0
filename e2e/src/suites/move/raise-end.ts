import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import type { Egress } from '../../harness/egress.ts';
import { install } from '../sync/install.ts';
import { raise, renderedFiles } from '../sync/raise.ts';
import { allSettled } from '../sync/settled.ts';
import type { Checkout } from './checkout.ts';
import { type Course, type End, folderAt, textOf } from './course.ts';
import { sightOf } from './sight.ts';

/** Brings a cluster of the move from nothing to where its committed folder says, by its own Argo CD. */
export async function raiseEnd(
  { bench, git }: Course,
  at: Checkout,
  id: string,
  { plane, out }: { readonly plane: ControlPlane; readonly out: Egress },
): Promise<End> {
  const folder = folderAt(at, id);
  const cluster = at.told.clusters.find((one) => one.id === id);
  if (cluster === undefined) throw new E2eError(`${at.step}: no cluster is called ${id}`);
  const site = { folder, cluster, root: at.root };
  const raised = await raise(bench, plane, site, { out, git });
  git.push(`${id} at ${at.step}`, renderedFiles(folder, textOf(at), raised.places));
  bench.count(folder.files.length);
  const left = await problemsOf(install(plane, site, raised.places));
  bench.holds(`${at.step}: ${id} is Synced and Healthy, from an empty cluster`, [
    ...left,
    ...(left.length > 0 ? [] : await problemsOf(allSettled(plane.api, folder))),
  ]);
  return { id, raised, sight: await sightOf(plane.api, id), isDrained: false };
}
