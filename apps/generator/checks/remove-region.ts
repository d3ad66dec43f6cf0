import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog, type RegionId, regulations } from '@bizflow/region-catalog';
import type { Workspace } from '@bizflow/testing/workspace';
import { camelCase } from '../src/scaffold/typescript.ts';
import { edit, regionId, tryInCopy } from './regions/in-a-copy.ts';

// `npm run remove-region -- me-south-1`: in a copy of this repository a region leaves the fleet together with its
// people and their laws, when no tenant of theirs is left. Then only tests of the document's own numbers may fail.
const [id = ''] = process.argv.slice(2);
if (!regionId.test(id) || !Object.hasOwn(catalog, id)) {
  console.error('remove-region: name a region of the catalog: npm run remove-region -- OLD');
  process.exit(2);
}
const { serves } = catalog[id as RegionId];
const packages = 'packages';

/** An entry of an object or a list that begins with a text, to its end on the same depth. */
const entry = (begin: string): RegExp =>
  new RegExp(`\\n( *)${begin}(?:[^\\n]*,(?=\\n)|[^\\n]*\\n(?:\\1 [^\\n]*\\n)*\\1[)\\]}][^\\n]*)`);

const laws = Object.entries(regulations)
  .filter(([, { protects }]) => protects.every((country) => serves.some((own) => own === country)))
  .map(([code]) => code);

function remove(workspace: Workspace): void {
  const change = (path: string, ...finds: readonly RegExp[]) =>
    edit(workspace, `${packages}/${path}`, ...finds.map((find) => [find, ''] as const));
  rmSync(join(workspace.root, packages, 'region-catalog/src/regions', `${id}.ts`));
  change('region-catalog/src/region-ids.ts', new RegExp(`'${id}',\\s*|,\\s*'${id}'`));
  change(
    'region-catalog/src/sheets.ts',
    new RegExp(`\\nimport \\{ ${camelCase(id)} .*`),
    entry(`'${id}'`),
  );
  for (const law of laws) change('region-catalog/src/regulations.ts', entry(`'?${law}'?:`));
  change('config/src/release/promotion.ts', new RegExp(`\\['${id}'\\],\\s*|,\\s*\\['${id}'\\]`));
  change('config/src/assigned/assigned.ts', entry(`'production/${id}'`));
  change(
    'config/src/cost/prices.ts',
    entry(`'${id}': usd`),
    entry(`'${id}': \\{`),
    entry(`'production/${id}'`),
  );
  change('config/src/cost/regional-prices.ts', entry(`'${id}'`));
  exceptions(workspace);
}

/** Border crossings from or to the region. */
function exceptions({ root }: Workspace): void {
  const [path = ''] = globSync(`${packages}/region-catalog/src/exceptions.ts`, { cwd: root });
  const text = readFileSync(join(root, path), 'utf8');
  const left = text.replaceAll(/\n {2}\{\n(?: {4}[^\n]*\n)*? {2}\},/g, (one) =>
    one.includes(`'${id}'`) ? '' : one,
  );
  writeFileSync(join(root, path), left);
}

tryInCopy('remove-region', remove);
