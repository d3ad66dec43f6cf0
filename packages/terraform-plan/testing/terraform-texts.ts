import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Texts } from '../src/index.ts';

/** The files of every module and root below a `terraform/` folder, and what they read. */
export const terraformTexts = (terraform: string): Texts =>
  Object.fromEntries(
    globSync('{modules,global,environments}/**/*', { cwd: terraform, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(terraform, join(parentPath, name)))
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path))
      .map((path) => [path, readFileSync(join(terraform, path), 'utf8')]),
  );
