import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The real AWS CLI, and moto, which plays AWS; both from PyPI, into a folder that git ignores. */
const packages = ['awscli==1.45.11', 'moto[server]==5.2.1'];

export interface Tools {
  readonly python: string;
  readonly aws: string;
}

const run = (command: string, args: readonly string[]): string => {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) return error.message;
  return status === 0 ? '' : (stderr.trim().split('\n').at(-1) ?? `${command} failed`);
};

/** Installs the tools once; a text says in one line why they cannot be had. */
export function tools(root: string): Tools | string {
  const folder = join(root, '.cache/drill');
  const found = { python: join(folder, 'bin/python'), aws: join(folder, 'bin/aws') };
  if (existsSync(found.aws) && run(found.python, ['-c', 'import moto.server, boto3']) === '')
    return found;
  const failure =
    run('python3', ['-m', 'venv', folder]) ||
    run(join(folder, 'bin/pip'), ['install', '--quiet', ...packages]);
  return failure === '' ? found : failure;
}
