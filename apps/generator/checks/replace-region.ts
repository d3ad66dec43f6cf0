import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zonesOf } from '@bizflow/config/aws';
import { committed as facts } from '@bizflow/config/testing';
import { catalog, type RegionId } from '@bizflow/region-catalog';
import type { Workspace } from '@bizflow/testing/workspace';
import { sources } from '../src/catalog-sources.ts';
import { withElement, withMember, withoutElements } from '../src/scaffold/source-edit.ts';
import { camelCase, literal } from '../src/scaffold/typescript.ts';
import { withoutUnused } from '../src/scaffold/unused-source.ts';
import { editSources } from './regions/edit-sources.ts';
import { tryInCopy } from './regions/in-a-copy.ts';

// `npm run replace-region -- me-south-1 me-central-1`: in a copy of this repository a region of the fleet gives
// its place to another, as a person would write it. Then only tests of the document's own numbers may fail.
const [from = '', to = ''] = process.argv.slice(2);
const place = facts.aws.regions[to];
if (!Object.hasOwn(catalog, from) || place === undefined) {
  console.error(
    'replace-region: name a region of the catalog and one that aws-offers.json has: npm run replace-region -- OLD NEW',
  );
  process.exit(2);
}
const { serves } = catalog[from as RegionId];

/** A list that AWS keeps, which does not change with the fleet. */
const awsOwn = /recovery\/backups\.ts$/;

const seen = { region: from, by: 'replace-region', evidence: 'a trial in a copy' };

/** Says that the old place is destroyed, and where the new one is; people who are at home there cross no border. */
const settle = (workspace: Workspace): void =>
  editSources(workspace, `${to} is in the place of ${from}`, (edit) => {
    edit(`${sources}/moves/destroyed.ts`, (text) => withElement(text, 'destroyed', literal(seen)));
    edit(`${sources}/regions/${to}.ts`, (text) => {
      const zones = zonesOf(to, place).slice(0, 3);
      const settled = withMember(text, ['country'], literal(place.country));
      return withMember(settled, ['zones'], literal(zones));
    });
    if (!serves.every((country) => country === place.country)) return;
    edit(`${sources}/exceptions.ts`, (text) =>
      withoutUnused(
        withoutElements(text, 'writtenExceptions', (_, one) => one.from === to && one.to === to),
      ),
    );
  });

/** Writes the new id for the old one in every source, but in the name of a decision's page. */
function replace(workspace: Workspace): void {
  const { root } = workspace;
  const sheets = join(root, sources, 'regions');
  renameSync(join(sheets, `${from}.ts`), join(sheets, `${to}.ts`));
  const named = globSync('{packages,apps}/*/src/**/*.ts', { cwd: root });
  for (const path of named.filter(
    (one) => !/\.test\.ts$|\/testing\//.test(one) && !awsOwn.test(one),
  )) {
    const text = readFileSync(join(root, path), 'utf8');
    const changed = text
      .replaceAll(new RegExp(`(?<!decisions/[\\w-]*)${from}`, 'g'), to)
      .replaceAll(camelCase(from), camelCase(to));
    if (changed !== text) writeFileSync(join(root, path), changed);
  }
  settle(workspace);
}

tryInCopy('replace-region', replace);
