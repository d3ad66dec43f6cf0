import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@bizflow/kernel';
import { callRules } from './call-rules.ts';
import { callsIn } from './calls-in.ts';

const fileIn = (folder: string): string => join(folder, 'provider.log');

/** Environment with which Terraform's provider leaves in a folder what it calls. */
export const loggedIn = (folder: string): Readonly<Record<string, string>> => ({
  TF_LOG_PROVIDER: 'DEBUG',
  TF_LOG_PATH: fileIn(folder),
});

/** What the provider called for a root. */
export interface Called {
  /** How many different calls. */
  readonly calls: number;
  /** Those that GitHub's roles may not make. */
  readonly refused: readonly Problem[];
}

/** Reads what was left in a folder since this was last asked. */
export function called(folder: string, root: string): Called {
  const file = fileIn(folder);
  const calls = existsSync(file) ? callsIn(readFileSync(file, 'utf8')) : [];
  rmSync(file, { force: true });
  return { calls: calls.length, refused: callRules(root, calls) };
}
