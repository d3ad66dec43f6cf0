import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Tools } from './tools.ts';

/** Where AWS Backup is played, until it is stopped. */
export interface Vault {
  readonly url: string;
  readonly stop: () => void;
}

/** Starts `vault.py` on loopback with these facts. */
export async function startVault({ python }: Tools, facts: object): Promise<Vault> {
  const child = spawn(python, [join(import.meta.dirname, 'vault.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(`${JSON.stringify(facts)}\n`);
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill() };
}
