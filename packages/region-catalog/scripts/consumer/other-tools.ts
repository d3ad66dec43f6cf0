import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './run.ts';

/** Compiles the reader with TypeScript 5.9, which others still have, under the same settings. */
export const compiledByOlder = (tools: string, home: string, project: string): string =>
  node(home, join(tools, 'node_modules/typescript/bin/tsc'), '-p', `${project}.json`, '--noEmit');

/**
 * Type-checks the reader's TypeScript and runs it in Deno, from the same `node_modules`, with the right to read files
 * and no other. Returns Deno's version.
 */
export function runsInDeno(tools: string, home: string): string {
  // The package's own script would look for the binary after an install; ours runs no scripts.
  const [binary] = globSync('node_modules/@deno/*/deno{,.exe}', { cwd: tools });
  if (binary === undefined) throw new Error('npm has no Deno for this platform');
  const options = { cwd: home, env: { DENO_DIR: join(home, '.deno') }, encoding: 'utf8' } as const;
  const deno = (...args: readonly string[]): string =>
    execFileSync(join(tools, binary), args, { ...options, stdio: 'pipe' });
  const from = ['--node-modules-dir=manual', '--no-remote', '--no-lock', '--quiet'];
  deno('run', '--check', ...from, '--allow-read', 'reader.document.mts');
  return deno('--version').split('\n')[0] ?? '';
}
