import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '@bizflow/testing/repository';
import { npm } from './run.ts';

const pinned = fileURLToPath(new URL('../../tools', import.meta.url));

/** The folder in which the tools are installed, or why they are not. */
export type ReaderTools = { readonly folder: string } | { readonly why: string };

/**
 * TypeScript 5.9, Deno and TypeDoc of the versions in `tools/package-lock.json`, from npm's registry. They are not a part of
 * the workspace: its `tsc` is TypeScript 7, and both have a program of that name.
 */
export function readerTools(): ReaderTools {
  const digest = createHash('sha256');
  for (const name of readdirSync(pinned).sort()) digest.update(readFileSync(join(pinned, name)));
  const folder = join(repository, '.cache/reader-tools', digest.digest('hex').slice(0, 16));
  if (existsSync(folder)) return { folder };
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    cpSync(pinned, draft, { recursive: true });
    npm(draft, 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
    renameSync(draft, folder);
    return { folder };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const [why = 'npm ci failed'] = (error instanceof Error ? error.message : '').split('\n');
    return { why };
  }
}
