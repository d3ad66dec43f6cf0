import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { E2eError } from './e2e-error.ts';
import { type Tool, tool, tools } from './tools.ts';

/** A program of the control plane that runs. */
export interface Running {
  readonly name: string;
  /** Rejects as soon as the program ends without having been asked to. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

const PATIENCE = 10_000;

// Go's garbage collector takes a good part of a busy machine's time, and memory is not what is scarce.
const thrifty = { GOGC: '200' };

/** Starts a program with its log in the run's folder, in its own process group: Ctrl-C is only for this process. */
export function start(
  folder: string,
  name: string,
  program: Tool,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running {
  const log = join(folder, `${name}.log`);
  const child = spawn(tool(program), args, {
    cwd: folder,
    detached: true,
    env: { PATH: `${tools}:${process.env.PATH}`, HOME: folder, ...thrifty, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  let wanted = true;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`${signal ?? `exit code ${code}`}`));
  });
  const failed = ended.then((how): never => {
    throw new E2eError(
      wanted ? `${name} ended (${how})\n${lastLines(log)}` : `${name} was stopped`,
    );
  });
  // Every wait races against `failed`; without a wait, the end of the process is not an error.
  failed.catch(() => {});
  return {
    name,
    failed,
    stop: async () => {
      wanted = false;
      child.kill('SIGTERM');
      const late = await Promise.race([ended, pause(PATIENCE, 'late', { ref: false })]);
      if (late === 'late') child.kill('SIGKILL');
      await ended;
      out.end();
    },
  };
}

const lastLines = (log: string): string =>
  readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n');
