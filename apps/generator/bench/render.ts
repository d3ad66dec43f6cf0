import { clusters } from '@bizflow/config';
import { schemaRules } from '@bizflow/k8s-manifests';
import { clusterFiles } from '../src/cluster-files.ts';
import { isError, plan } from '../src/plan.ts';
import { reconcile } from '../src/reconcile.ts';
import { serialize } from '../src/serialize.ts';
import { gitopsTree } from '../src/trees/gitops.ts';
import type { Plan } from '../src/trees/rendered-tree.ts';
import { disk } from './disk.ts';
import { syntheticFleet } from './fleet.ts';

// The render of a synthetic fleet into a folder. Run by bench.ts as a cold process:
// render.ts <objects|gitops|all> <regions> <services> <folder>
const [part = '', regions, services, folder = ''] = process.argv.slice(2);
const fleet = syntheticFleet(Number(regions), Number(services));

/** Composes, validates and serialises each object of gitops/, and asks nothing of the whole. */
const objects = (): Plan => {
  const manifests = clusters(fleet).flatMap((cluster) => clusterFiles(cluster, fleet));
  return {
    files: manifests.map((file) => ({ path: file.path, text: serialize(file) })),
    problems: manifests.flatMap(({ path, body }) => schemaRules(body, path)),
  };
};

const parts: Readonly<Record<string, () => Plan>> = {
  objects,
  gitops: () => plan(fleet, {}, [gitopsTree]),
  all: () => plan(fleet, {}),
};
const make = parts[part];
if (make === undefined) throw new Error(`no part is called ${part}`);
const { files, problems } = make();
const fault = problems.find(isError);
if (fault) throw new Error(`the synthetic fleet is unsound: ${JSON.stringify(fault)}`);
reconcile(disk(folder), ['gitops'], files);
