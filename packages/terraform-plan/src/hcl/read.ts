import { globSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import type { Values } from '../expression/value.ts';
import { type ModuleSource, moduleSource } from './module-source.ts';

/** Every module and root below a `terraform/` folder, by its path there. */
export type Tree = Readonly<Record<string, ModuleSource>>;

/** The texts of files by their path below `terraform/`. */
export type Texts = Readonly<Record<string, string>>;

/** The files of every module and root below a `terraform/` folder, and what they read. */
export const textsIn = (terraform: string): Texts =>
  Object.fromEntries(
    globSync('{modules,global,environments}/**/*', { cwd: terraform, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(terraform, join(parentPath, name)))
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path))
      .map((path) => [path, readFileSync(join(terraform, path), 'utf8')]),
  );

const isSource = (path: string): boolean => /\.tf(\.json)?$/.test(path);

/** Reads modules and roots without Terraform; a syntax error names its file and line. */
export async function treeOf(texts: Texts): Promise<Tree> {
  const paths = Object.keys(texts).sort();
  const files = await Promise.all(
    paths.filter(isSource).map(async (path) => ({
      folder: posix.dirname(path),
      name: posix.basename(path),
      content: await contentOf(path, texts[path] ?? ''),
    })),
  );
  const assets = Object.fromEntries(
    paths.filter((path) => !isSource(path)).map((path) => [path, texts[path] ?? '']),
  );
  const folders = Map.groupBy(files, ({ folder }) => folder);
  return Object.fromEntries(
    [...folders].map(([folder, inside]) => [folder, moduleSource(folder, inside, assets)]),
  );
}

const contentOf = async (path: string, text: string): Promise<Values> =>
  path.endsWith('.json') ? JSON.parse(text) : await parse(path, text);

/** Reads a whole `terraform/` folder. */
export const readTree = (terraform: string): Promise<Tree> => treeOf(textsIn(terraform));
