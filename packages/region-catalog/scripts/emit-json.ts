import { copyFile, mkdir, writeFile } from 'node:fs/promises';

// The built module is read, not the source: what is published is what is written down.
const folder = new URL('../', import.meta.url);
const { catalogDocument } = await import(new URL('dist/document.js', folder).href);
const json = `${JSON.stringify(catalogDocument(), null, 2)}\n`;

await writeFile(new URL('dist/catalog.json', folder), json);
// Without types of its own, Deno takes those of the module next to it: `catalog.d.ts` is of `catalog.js`.
const types = `import type { CatalogDocument } from '../document.js';
declare const document: CatalogDocument;
export default document;
`;
await mkdir(new URL('dist/deno', folder), { recursive: true });
await writeFile(new URL('dist/deno/catalog.d.ts', folder), types);
await copyFile(new URL('catalog.schema.json', folder), new URL('dist/catalog.schema.json', folder));
