import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const starts = `
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
`;

let missing: string | undefined;

/** Why moto, an emulator of AWS over HTTP, cannot run here; empty when it can. Asked once by a process. */
export function motoMissing(): string {
  missing ??= whyMissing();
  return missing;
}

function whyMissing(): string {
  const { error, status, stderr } = spawnSync('python3', ['-c', 'import moto.server'], {
    encoding: 'utf8',
  });
  if (error !== undefined) return `python3 does not start: ${error.message}`;
  return status === 0 ? '' : (stderr.trim().split('\n').at(-1) ?? 'moto.server does not load');
}

/** A running moto. It also ends when this process does, because its input closes. */
export interface Moto {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Starts moto for one AWS account on a free port of this machine. */
export const startMoto = (account: string): Promise<Moto> =>
  startMotoIn({ python: 'python3', settings: { MOTO_ACCOUNT_ID: account } });

/** How a moto is started. */
export interface MotoStart {
  readonly python: string;
  /** moto's own settings, which are environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** Python that runs first, where moto differs from AWS and no setting changes that. */
  readonly first?: string;
}

/** The same with another Python, more settings and a patched moto. */
export async function startMotoIn({ python, settings, first = '' }: MotoStart): Promise<Moto> {
  const child = spawn(python, ['-c', first + starts], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...settings },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`moto ended with ${code}`)));
    child.once('error', reject);
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}
