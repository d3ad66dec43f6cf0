import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { shorten } from '@bizflow/kernel';
import { again } from '../../harness/again.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { applications, type Said } from './applications.ts';

/** Writes into `applications.log` of the cluster's folder what Argo CD says whenever that changes, with the second. */
export function diary({ api, server }: ControlPlane) {
  const file = join(server.folder, 'applications.log');
  const start = Date.now();
  const last = new Map<string, string>();
  const note = (said: Said) => {
    const words = line(said);
    if (last.get(said.name) === words) return;
    last.set(said.name, words);
    appendFileSync(file, `${((Date.now() - start) / 1000).toFixed(1).padStart(7)} s  ${words}\n`);
  };
  // Until Argo CD is installed there is no such kind.
  return again(1000, async () => (await applications(api).catch(() => [])).forEach(note));
}

const line = ({ name, sync, health, phase, message }: Said): string =>
  `${name}: ${sync}, ${health}, ${phase || 'no operation'}${message && `: ${shorten(message, 300)}`}`;
