import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { shorten } from '@bizflow/kernel';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { applications, type Said } from './applications.ts';

/** Writes into `applications.log` of the cluster's folder what Argo CD says whenever that changes, with the second. */
export function diary({ api, server }: ControlPlane) {
  const file = join(server.folder, 'applications.log');
  const start = Date.now();
  const last = new Map<string, string>();
  let over = false;
  const note = (said: Said) => {
    const words = line(said);
    if (last.get(said.name) === words) return;
    last.set(said.name, words);
    appendFileSync(file, `${((Date.now() - start) / 1000).toFixed(1).padStart(7)} s  ${words}\n`);
  };
  const written = (async () => {
    while (!over) {
      // Until Argo CD is installed there is no such kind.
      (await applications(api).catch(() => [])).forEach(note);
      await pause(1000);
    }
  })();
  return {
    stop: async () => {
      over = true;
      await written;
    },
  };
}

const line = ({ name, sync, health, phase, message }: Said): string =>
  `${name}: ${sync}, ${health}, ${phase || 'no operation'}${message && `: ${shorten(message, 300)}`}`;
