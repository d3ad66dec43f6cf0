import { plan } from '../src/plan.ts';
import { reconcile } from '../src/reconcile.ts';
import { disk } from './disk.ts';
import { syntheticFleet } from './fleet.ts';

// The whole render of a synthetic fleet into a folder: compose, validate every object, serialise,
// write. Run by bench.ts as a cold process: render.ts <regions> <services> <folder>
const [regions, services, folder = ''] = process.argv.slice(2);
const { files, problems } = plan(syntheticFleet(Number(regions), Number(services)), {});
const fault = problems.find(({ severity }) => severity === 'error');
if (fault) throw new Error(`the synthetic fleet is unsound: ${JSON.stringify(fault)}`);
reconcile(disk(folder), ['gitops'], files);
