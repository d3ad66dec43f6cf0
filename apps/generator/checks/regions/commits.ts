import { spawnSync } from 'node:child_process';
import type { Workspace } from '@bizflow/testing/workspace';

/** Runs Git in a copy of this repository, as a person of the tests. */
export function git({ root }: Workspace, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'gc.auto=0'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}\n${stdout}${stderr}`);
}

/** Makes a copy a repository whose first commit is all that is in it. */
export function beginHistory(workspace: Workspace): void {
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  commitAll(workspace, 'main');
}

/** Commits everything that has changed in a copy. */
export function commitAll(workspace: Workspace, message: string): void {
  git(workspace, 'add', '--all');
  git(workspace, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
}
