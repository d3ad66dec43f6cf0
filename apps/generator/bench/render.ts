import { isError, plan } from '../src/plan.ts';
import { reconcile } from '../src/reconcile.ts';
import { gitopsTree } from '../src/trees/gitops.ts';
import { disk } from './disk.ts';
import { syntheticFleet } from './fleet.ts';

// The render of a synthetic fleet into a folder: compose, validate every object, serialise, write.
// Run by bench.ts as a cold process: render.ts <all|gitops> <regions> <services> <folder>
const [part, regions, services, folder = ''] = process.argv.slice(2);
const fleet = syntheticFleet(Number(regions), Number(services));
const { files, problems } = plan(fleet, {}, part === 'gitops' ? [gitopsTree] : undefined);
const fault = problems.find(isError);
if (fault) throw new Error(`the synthetic fleet is unsound: ${JSON.stringify(fault)}`);
reconcile(disk(folder), ['gitops'], files);
