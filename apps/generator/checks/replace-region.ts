import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '@bizflow/testing/workspace';
import { camelCase } from '../src/scaffold/typescript.ts';
import { regionId, tryInCopy } from './regions/in-a-copy.ts';

// `npm run replace-region -- me-south-1 me-central-1`: in a copy of this repository a region of the fleet gives
// its place to another, as a person would write it. Then only tests of the document's own numbers may fail.
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined || ![from, to].every((id) => regionId.test(id))) {
  console.error(
    'replace-region: name two AWS Regions, the one to replace and the new one: npm run replace-region -- OLD NEW',
  );
  process.exit(2);
}

/** Lists that AWS keeps, which do not change with the fleet. */
const awsOwn = /rules\/health-checks\.ts$|recovery\/backups\.ts$/;

/** Writes the new id for the old one in every source, but in the name of a decision's page. */
function replace({ root }: Workspace): void {
  const sheets = join(root, 'packages/region-catalog/src/regions');
  renameSync(join(sheets, `${from}.ts`), join(sheets, `${to}.ts`));
  const sources = globSync('{packages,apps}/*/src/**/*.ts', { cwd: root });
  for (const path of sources.filter(
    (one) => !/\.test\.ts$|\/testing\//.test(one) && !awsOwn.test(one),
  )) {
    const text = readFileSync(join(root, path), 'utf8');
    const changed = text
      .replaceAll(new RegExp(`(?<!decisions/[\\w-]*)${from}`, 'g'), to ?? '')
      .replaceAll(camelCase(from ?? ''), camelCase(to ?? ''));
    if (changed !== text) writeFileSync(join(root, path), changed);
  }
}

tryInCopy('replace-region', replace);
