import { copyFile, writeFile } from 'node:fs/promises';

// The built module is read, not the source: what is published is what is written down.
const folder = new URL('../', import.meta.url);
const { catalogDocument } = await import(new URL('dist/document.js', folder).href);
const json = `${JSON.stringify(catalogDocument(), null, 2)}\n`;

await writeFile(new URL('dist/catalog.json', folder), json);
await copyFile(new URL('catalog.schema.json', folder), new URL('dist/catalog.schema.json', folder));
