import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { promisify } from 'node:util';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { kubeConfigFile } from '../../harness/credentials.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { tools } from '../../harness/tools.ts';

const run = promisify(execFile);

// A command that waits for what never happens is given up, so that it can be named.
const PATIENCE = 900_000;

/** Runs a documented command as a person would, with the context `e2e` for the cluster. */
export async function shell({ server }: ControlPlane, cwd: string, command: string): Promise<void> {
  const env = {
    ...{ HOME: server.folder, KUBECONFIG: kubeConfigFile(server.folder) },
    PATH: [tools, process.env.PATH].join(delimiter),
  };
  const options = { cwd, env, maxBuffer: 2 ** 27, timeout: PATIENCE };
  await run('sh', ['-c', command], options).catch((error: unknown) => {
    const { stderr = '', killed } = error as { stderr?: string; killed?: boolean };
    const late = killed ? `not within ${PATIENCE / 1000} s` : '';
    throw new E2eError(`${command}: ${stderr.trim() || late || error}`);
  });
}
