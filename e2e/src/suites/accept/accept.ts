import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { type Installed, play, prelude } from '../../fleet/install.ts';
import { steps } from '../../fleet/waves.ts';
import { type Api, stored } from '../../harness/api.ts';
import { problemsOf } from '../../harness/e2e-error.ts';
import { type Bench, nothing, type Suite } from '../../suite.ts';
import { admissionProblems } from './admission.ts';
import { differences } from './differences.ts';
import { podSecurityProblems } from './pod-security.ts';
import { makesPods, podOf } from './pods.ts';
import { transitionProblems } from './transitions.ts';

/** Every object of every cluster folder, applied as Argo CD applies it. */
export const accept: Suite = {
  name: 'accept',
  proves: 'a real API server takes every rendered object, in order, and keeps it as written',
  missing: nothing,
  run: async (bench) => {
    for (const folder of bench.clusters) await acceptCluster(bench, folder);
  },
};

const acceptCluster = ({ definitions, cluster, holds, count }: Bench, folder: ClusterFolder) =>
  cluster(`accept-${folder.id.replace('/', '-')}`, async ({ api }) => {
    await prelude(api, definitions);
    const installed = await play(api, definitions, steps(folder));
    count(installed.length);
    const says = (sentence: string, against: readonly string[]) =>
      holds(`${folder.id}: ${sentence}`, against);
    says(
      `all ${folder.files.length} objects have a place in the order`,
      unreached(folder, installed),
    );
    says('each is taken with strict validation', refused(installed));
    says('each is stored as it was written', changed(installed));
    says('applying all again changes nothing', await restless(api, installed));
    const objects = installed.map(({ object }) => object);
    const rollouts = objects.filter(({ kind }) => kind === 'Rollout');
    const admission = await Promise.all(rollouts.map((one) => admissionProblems(api, one)));
    says('admission refuses what it must, and nothing else', admission.flat());
    const pods = await podSecurityProblems(api, objects.filter(makesPods));
    says('Pod Security admits every pod, and no privileged one', pods);
    // Last: it leaves other policies than it found.
    const [first] = rollouts;
    if (first === undefined) return;
    says(
      'a law gets another name, and stable versions still make pods',
      await problemsOf(transitionProblems(api, folder.id, podOf(first))),
    );
  });

const unreached = ({ files }: ClusterFolder, installed: readonly Installed[]) =>
  files.map(({ path }) => path).filter((path) => !installed.some((one) => one.path === path));

const refused = (installed: readonly Installed[]) =>
  installed.flatMap(({ path, applied }) =>
    'rejection' in applied
      ? [`${path}: ${applied.rejection.reason}: ${applied.rejection.message}`]
      : [],
  );

const changed = (installed: readonly Installed[]) =>
  installed.flatMap(({ path, object, applied }) =>
    'stored' in applied
      ? differences(object, applied.stored).map((where) => `${path}${where}`)
      : [],
  );

/** Objects whose version another apply raises. */
async function restless(api: Api, installed: readonly Installed[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { path, object } of installed) {
    if (!(await isStill(api, object))) problems.push(`${path}: changed`);
  }
  return problems;
}

/**
 * Whether applying an object again leaves it as it is. A controller may write a status in between, so one that moved is
 * tried again.
 */
export async function isStill(api: Api, object: Manifest): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) {
    const before = (await api.read(object))?.metadata.resourceVersion;
    const after = stored(await api.apply(object)).metadata.resourceVersion;
    if (before === after) return true;
  }
  return false;
}
