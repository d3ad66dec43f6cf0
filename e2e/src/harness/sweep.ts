import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cache, runs } from './places.ts';

interface Process {
  readonly pid: number;
  readonly command: string;
}

function processes(): readonly Process[] {
  const { stdout } = spawnSync('ps', ['-ax', '-ww', '-o', 'pid=,command='], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, command = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), command }];
  });
}

/** The programs of one run: ours by their path, this run's by the folder on their command line. */
export const ofRun = (all: readonly Process[], folder: string): readonly Process[] =>
  all.filter(
    ({ command }) => command.startsWith(`${join(cache, 'bin')}/`) && command.includes(`${folder}/`),
  );

/** Ends what a run left behind, and removes its folder. */
export async function sweep(folder: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL', 'SIGKILL'] as const) {
    const left = ofRun(processes(), folder);
    for (const { pid } of left) kill(pid, signal);
    if (left.length > 0) await pause(1000);
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Ends processes of earlier runs that did not clean up, such as after a power cut; returns their run names. */
export async function sweepOldRuns(): Promise<readonly string[]> {
  mkdirSync(runs, { recursive: true });
  const all = processes();
  const old = readdirSync(runs).filter((name) => !all.some((one) => isRun(one, name)));
  for (const name of old) await sweep(join(runs, name));
  return old;
}

const isRun = ({ pid, command }: Process, name: string): boolean =>
  String(pid) === name && command.includes('e2e/src/main.ts');

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}
