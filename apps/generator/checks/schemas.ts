import { readFileSync } from 'node:fs';
import { counted } from '@bizflow/kernel';
import { checkCommand } from '@bizflow/testing/check-command';
import { describe } from '../src/describe.ts';
import { checkManifests, type Pins } from '../src/schemas/check-manifests.ts';
import { goModule } from '../src/schemas/go-module.ts';

const command = checkCommand();
const [folder = 'gitops'] = command.args;
const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const pins: Pins = { crds: read('crds.json'), kubernetes: read('kubernetes.json') };

const { problems, skips, versions, custom, core, skipped } = await checkManifests(folder, pins, {
  folder: process.env.BIZFLOW_CRDS || undefined,
  cache: '.cache/crds',
  goModule,
  fetch,
});

for (const line of describe(problems)) console.error(line);
for (const { tool, what, why } of skips) command.without(tool, what, why);
console.log(
  `schemas: ${counted(custom + core, 'object')} checked (${custom} custom, ${core} core), ` +
    `${counted(problems.length, 'problem')}, ${skipped} skipped` +
    (versions.length > 0 ? `; core objects by Kubernetes ${versions.join(', ')}` : ''),
);
process.exitCode = problems.length === 0 ? 0 : 1;
