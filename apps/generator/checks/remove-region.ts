import { committed as facts } from '@bizflow/config/testing';
import { catalog, type RegionId, regulations } from '@bizflow/region-catalog';
import type { Workspace } from '@bizflow/testing/workspace';
import { sources } from '../src/catalog-sources.ts';
import { releasePrices } from '../src/moves/budgets.ts';
import { removeRegion } from '../src/moves/remove-region.ts';
import { withoutElements, withoutMember } from '../src/scaffold/source-edit.ts';
import { withoutUnused } from '../src/scaffold/unused-source.ts';
import { editSources } from './regions/edit-sources.ts';
import { regionId, tryInCopy } from './regions/in-a-copy.ts';

// `npm run remove-region -- me-south-1`: in a copy of this repository a region leaves the fleet together with its
// people and their laws, when no tenant of theirs is left. Then only tests of the document's own numbers may fail.
const [id = ''] = process.argv.slice(2);
if (!regionId.test(id) || !Object.hasOwn(catalog, id)) {
  console.error('remove-region: name a region of the catalog: npm run remove-region -- OLD');
  process.exit(2);
}
const { serves } = catalog[id as RegionId];

const laws = Object.entries(regulations)
  .filter(([, { protects }]) => protects.every((country) => serves.some((own) => own === country)))
  .map(([code]) => code);

/** Writes what the last step of a move writes, and what a person does whose people are gone too. */
const remove = (workspace: Workspace): void =>
  editSources(workspace, `${id} is out of the sources`, (edit, tree) => {
    edit(`${sources}/exceptions.ts`, (text) =>
      withoutUnused(
        withoutElements(text, 'writtenExceptions', (_, { from, to }) => from === id || to === id),
      ),
    );
    edit(`${sources}/regulations.ts`, (text) =>
      laws.reduce((own, law) => withoutMember(own, [law]), text),
    );
    releasePrices(tree, facts, id, null);
    removeRegion(tree, id, { by: 'remove-region', evidence: 'a trial in a copy' });
  });

tryInCopy('remove-region', remove);
