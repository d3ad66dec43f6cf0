import { committed } from '@bizflow/config/testing';
import { catalogDocumentOf } from '@bizflow/region-catalog/document';
import { expect, it } from 'vitest';
import { clientFiles } from './files.ts';
import { terraformModule } from './terraform.ts';

const bodies = new Map(clientFiles(committed).map(({ path, body }) => [path, String(body)]));
const document = JSON.parse(
  JSON.stringify(catalogDocumentOf(committed.catalog, committed.exceptions)),
);

it.each([
  ['clients/python/bizflow_region_catalog/data.py', /r"""([\s\S]*)"""/],
  ['clients/go/data.go', /`([\s\S]*)`/],
])('%s holds the document, and nothing in it ends its string', (path, pattern) => {
  expect(JSON.parse(pattern.exec(bodies.get(path) ?? '')?.[1] ?? '')).toEqual(document);
});

it('writes templates of Terraform as text', () => {
  const title = `\${secret} %{if true}`;
  const regulations = { ...document.regulations, DPDP: { title, protects: [] } };
  const { output } = terraformModule({ ...document, regulations }) as {
    output: { regulations: { value: { DPDP: { title: string } } } };
  };
  expect(output.regulations.value.DPDP.title).toBe(`$\${secret} %%{if true}`);
});
