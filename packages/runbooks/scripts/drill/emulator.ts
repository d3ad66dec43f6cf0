import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const starts = `
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
`;

/** A moto on a free port of this machine; it ends with this process, because its input closes. */
export interface Emulator {
  readonly endpoint: string;
  /** Forgets everything. */
  readonly reset: () => Promise<void>;
  readonly stop: () => void;
}

export async function emulator(python: string, account: string): Promise<Emulator> {
  const child = spawn(python, ['-c', starts], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, MOTO_ACCOUNT_ID: account },
  });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`moto ended with ${code}`)));
    child.once('error', reject);
  });
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    reset: async () => {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
    stop: () => child.kill(),
  };
}
