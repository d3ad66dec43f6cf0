import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One folder that Terraform reads as a whole. */
export interface Folder {
  /** The path below `terraform/`, with slashes: `modules/vpc`. */
  readonly path: string;
  readonly kind: 'module' | 'root';
  readonly tested: boolean;
}

/** Every module and every root below a `terraform/` folder, modules first. */
export const foldersIn = (terraform: string): readonly Folder[] => {
  const found = globSync('{modules,global,environments}/**/*.{tf,tf.json}', { cwd: terraform })
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .filter((path) => !path.includes('.terraform') && !/(^|\/)tests(\/|$)/.test(path));
  return [...new Set(found)].sort(byKindThenName).map((path) => ({
    path,
    kind: isRoot(path) ? 'root' : 'module',
    tested: globSync('tests/*.tftest.{hcl,json}', { cwd: join(terraform, path) }).length > 0,
  }));
};

const isRoot = (path: string): boolean => path.startsWith('environments/');

const byKindThenName = (one: string, other: string): number =>
  Number(isRoot(one)) - Number(isRoot(other)) || (one < other ? -1 : 1);
