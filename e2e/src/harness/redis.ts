import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePorts } from '@bizflow/testing/ports';
import { E2eError } from './e2e-error.ts';
import { start } from './processes.ts';
import type { Run } from './run.ts';
import { tool } from './tools.ts';

const program = 'redis-server';

/** What to do where Redis is missing; nothing where it is there. */
export const redisMissing = (): string =>
  spawnSync(program, ['--version']).error
    ? 'Argo CD needs redis-server: apt-get install redis-server, or brew install redis'
    : '';

/** Starts a Redis that keeps nothing on disk, and gives its address. */
export async function redis(run: Run, folder: string): Promise<string> {
  // Among our own programs, so that a run that was cut off finds it again by its path.
  if (!existsSync(tool(program))) symlinkSync(installed(), tool(program));
  const [port = 0] = await freePorts(1);
  run.keep(
    start(folder, program, program, [
      ...['--bind', '127.0.0.1', '--port', String(port), '--dir', `${folder}/`],
      ...['--save', '', '--appendonly', 'no', '--set-proc-title', 'no'],
    ]),
  );
  return `127.0.0.1:${port}`;
}

function installed(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  if (found === undefined) throw new E2eError(redisMissing());
  return found;
}
