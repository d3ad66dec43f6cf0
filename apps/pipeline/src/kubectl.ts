import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An object of the cluster of the current kubectl context; `undefined` when it does not exist. */
export async function objectIn(namespace: string, kind: string, name: string): Promise<unknown> {
  const args = ['get', kind, name, '--namespace', namespace, '--output', 'json'];
  const limits = ['--ignore-not-found', '--request-timeout=20s'];
  const { stdout } = await run('kubectl', [...args, ...limits], { maxBuffer: 64 * 2 ** 20 });
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}
