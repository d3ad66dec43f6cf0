import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Pinned: what moto can do changes with each release, and the list of deviations with it. */
export const motoVersion = '5.2.1';

const starts = `
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
`;

const answers = (python: string, code: string): string => {
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

const versionOf = (python: string): string =>
  answers(python, 'import moto.server, moto; print(moto.__version__)');

/** A Python that has moto of the pinned version, or the reason why there is none. */
export const pythonWithMoto = (
  cache: string,
): { readonly python: string } | { readonly why: string } => {
  if (versionOf('python3') === motoVersion) return { python: 'python3' };
  const venv = join(cache, `moto-${motoVersion}`);
  const python = join(venv, 'bin/python');
  if (existsSync(python) && versionOf(python) === motoVersion) return { python };
  const made = spawnSync('python3', ['-m', 'venv', venv], { encoding: 'utf8' });
  if (made.error !== undefined) return { why: `python3 does not start: ${made.error.message}` };
  const install = ['-m', 'pip', 'install', '--quiet', `moto[all,server]==${motoVersion}`];
  const installed = spawnSync(python, install, { encoding: 'utf8' });
  if (versionOf(python) === motoVersion) return { python };
  return { why: installed.stderr?.trim().split('\n').at(-1) ?? 'moto does not install' };
};

/** A running moto. It also ends by itself when this process does, because its input closes. */
export interface Moto {
  readonly endpoint: string;
  readonly stop: () => void;
}

/** Starts moto for one AWS account on a free port of this machine. */
export async function startMoto(python: string, account: string): Promise<Moto> {
  const child = spawn(python, ['-c', starts], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // AWS's own policies (AmazonEKSClusterPolicy) are there only on request.
    env: { ...process.env, MOTO_ACCOUNT_ID: account, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`moto ended with ${code}`)));
    child.once('error', reject);
  });
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}
