import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { E2eError } from './e2e-error.ts';
import { runs } from './places.ts';
import type { Running } from './processes.ts';

/** One run of `npm run e2e`: its folder, and what must be stopped when it ends. */
export interface Run {
  readonly folder: string;
  /** Takes a program into this run's care. */
  keep<T extends Pick<Running, 'stop'>>(running: T): T;
  /** Whether the programs are being stopped: failures after that are not errors. */
  isOver(): boolean;
  /** Stops all programs, the last one first. */
  stop(): Promise<void>;
}

/** Opens a run: its folder, and the warden that clears up should this process be killed. */
export function openRun(): Run {
  const folder = join(runs, String(process.pid));
  mkdirSync(folder, { recursive: true });
  const warden = spawn(process.execPath, [join(import.meta.dirname, 'warden.ts'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const kept: Pick<Running, 'stop'>[] = [];
  let over = false;
  return {
    folder,
    isOver: () => over,
    keep: (running) => {
      if (over) {
        void running.stop();
        throw new E2eError('the run is over');
      }
      kept.push(running);
      return running;
    },
    stop: async () => {
      over = true;
      for (const running of kept.splice(0).toReversed()) await running.stop();
      const gone = new Promise((resolve) => warden.once('exit', resolve));
      warden.stdin.end();
      await gone;
    },
  };
}
