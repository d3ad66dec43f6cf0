import { spawnSync } from 'node:child_process';
import type { Workspace } from './workspace.ts';

const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'gc.auto=0'];
const inCopy = ({ root }: Workspace, args: readonly string[]) =>
  spawnSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' });

/** Runs Git in a copy of this repository, as a person of the tests; returns what it prints. */
export function git(workspace: Workspace, ...args: readonly string[]): string {
  const { status, stdout, stderr } = inCopy(workspace, args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** Merges a branch into what is checked out, and names the files with a conflict. */
export function mergeOf(workspace: Workspace, branch: string): readonly string[] {
  const { status, stdout, stderr } = inCopy(workspace, ['merge', '--no-edit', branch]);
  const unmerged = git(workspace, 'diff', '--name-only', '--diff-filter=U').split('\n');
  const paths = unmerged.filter((path) => path !== '');
  if (status !== 0 && paths.length === 0)
    throw new Error(`git merge ${branch}\n${stdout}${stderr}`);
  return paths;
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
