import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tree, treeOf } from '../src/index.ts';
import { terraformTexts } from './terraform-texts.ts';

/**
 * A tree of modules and roots, parsed once for all test files: each runs in its own process,
 * where the parser would start again. The cache is named by the bytes that it comes from.
 */
export async function parsedTree(terraform: string, cache: string): Promise<Tree> {
  const texts = terraformTexts(terraform);
  const key = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  const file = join(cache, `${key}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const tree = await treeOf(texts);
  mkdirSync(cache, { recursive: true });
  // Written aside and renamed, because two processes may do this at once.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(tree));
  renameSync(`${file}.${process.pid}`, file);
  return tree;
}
