import { parse } from '@cdktn/hcl2json';
import type { Values } from '../expression/value.ts';
import { type ModuleSource, moduleSource } from './module-source.ts';
import { splitPath } from './paths.ts';
import { UnreadableSource } from './unreadable-source.ts';

/** Every module and root below a `terraform/` folder, by its path there. */
export type Tree = Readonly<Record<string, ModuleSource>>;

/** The texts of files by their path below `terraform/`. */
export type Texts = Readonly<Record<string, string>>;

const isSource = (path: string): boolean => /\.tf(\.json)?$/.test(path);

/** Reads modules and roots without Terraform; a syntax error names its file and line. */
export async function treeOf(texts: Texts): Promise<Tree> {
  const paths = Object.keys(texts).sort();
  const files = await Promise.all(
    paths.filter(isSource).map(async (path) => ({
      ...splitPath(path),
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

const contentOf = async (path: string, text: string): Promise<Values> => {
  try {
    return path.endsWith('.json') ? JSON.parse(text) : await parse(path, text);
  } catch (error) {
    throw new UnreadableSource(path, error instanceof Error ? error.message : String(error));
  }
};
