import type { Fleet } from '@bizflow/config';
import { inOrder } from '@bizflow/kernel';
import { catalogDocumentOf } from '@bizflow/region-catalog/document';
import manifest from '@bizflow/region-catalog/package.json' with { type: 'json' };
import { goModule, goTypes } from './go.ts';
import { pythonModule, pythonTypes } from './python.ts';
import { recordShapes } from './shapes.ts';
import { terraformModule } from './terraform.ts';

/** The folder of everything rendered for readers in other languages. */
export const clientsFolder = 'clients';

/** A file's path from the repository's root, and its content: text, or an object for JSON. */
export interface ClientFile {
  readonly path: string;
  readonly body: unknown;
}

const python = `${clientsFolder}/python`;
const distribution = 'bizflow_region_catalog';

/** The catalog of a fleet as a Python package, a Go module and a Terraform module. Pure. */
export function clientFiles({ catalog, exceptions }: Fleet): readonly ClientFile[] {
  const document = catalogDocumentOf(catalog, exceptions);
  const json = JSON.stringify(inOrder(document), null, 1);
  const records = recordShapes();
  return [
    { path: `${python}/pyproject.toml`, body: pyproject },
    { path: `${python}/${distribution}/__init__.py`, body: pythonModule },
    { path: `${python}/${distribution}/types.py`, body: pythonTypes(records) },
    { path: `${python}/${distribution}/data.py`, body: `DOCUMENT = r"""${json}"""\n` },
    { path: `${python}/${distribution}/py.typed`, body: '' },
    { path: `${clientsFolder}/go/go.mod`, body: goMod },
    { path: `${clientsFolder}/go/catalog.go`, body: goModule },
    { path: `${clientsFolder}/go/types.go`, body: goTypes(records) },
    {
      path: `${clientsFolder}/go/data.go`,
      body: `package regioncatalog\n\nconst document = \`${json}\`\n`,
    },
    { path: `${clientsFolder}/terraform/outputs.tf.json`, body: terraformModule(document) },
  ];
}

const pyproject = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "bizflow-region-catalog"
version = "${manifest.version}"
description = "${manifest.description}"
license = "${manifest.license}"
requires-python = ">=3.11"
`;

const goMod = `module github.com/bizflow/platform/clients/go

go 1.24
`;
