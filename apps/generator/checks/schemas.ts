import { readFileSync } from 'node:fs';
import { describe } from '../src/describe.ts';
import { checkManifests } from '../src/schemas/check-manifests.ts';
import type { CrdPin } from '../src/schemas/crd-file.ts';

const [folder = 'gitops'] = process.argv.slice(2);
const pins: readonly CrdPin[] = JSON.parse(
  readFileSync(new URL('crds.json', import.meta.url), 'utf8'),
);

const { problems, skips, custom, core, skipped } = await checkManifests(folder, pins, {
  folder: process.env.BIZFLOW_CRDS || undefined,
  cache: '.cache/crds',
  fetch,
});

for (const line of describe(problems)) console.error(line);
for (const skip of skips) console.log(`SKIPPED: ${skip}`);
console.log(
  `schemas: ${custom + core} objects checked (${custom} custom, ${core} core), ` +
    `${problems.length} problems, ${skipped} skipped`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
