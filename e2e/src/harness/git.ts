import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A bare repository in the run's folder, and a work tree beside it. */
export interface Repository {
  /** The address that Argo CD is given. */
  readonly url: string;
  readonly branch: string;
  /** Commits and pushes files by their paths, `null` for one that goes; gives the commit. */
  push(subject: string, files: Readonly<Record<string, string | null>>): string;
  /** Reverts a commit; gives the new one. */
  revert(commit: string): string;
  tag(name: string, commit: string): void;
}

/** Makes an empty repository of this name in a folder, with one branch. */
export function repository(folder: string, name: string, branch: string): Repository {
  const [bare, tree] = [join(folder, `${name}.git`), join(folder, 'worktrees', name)];
  mkdirSync(tree, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], {
      cwd: tree,
      env: { ...process.env, ...own },
      encoding: 'utf8',
    });
  git('init', '--quiet', '--bare', `--initial-branch=${branch}`, bare);
  git('init', '--quiet', `--initial-branch=${branch}`);
  git('remote', 'add', 'origin', bare);
  const pushed = () => {
    git('push', '--quiet', 'origin', branch);
    return git('rev-parse', 'HEAD').trim();
  };
  return {
    url: `file://${bare}`,
    branch,
    push: (subject, files) => {
      for (const [path, text] of Object.entries(files)) {
        const at = join(tree, path);
        mkdirSync(dirname(at), { recursive: true });
        if (text === null) rmSync(at, { force: true });
        else writeFileSync(at, text);
      }
      git('add', '--all');
      // A step that changes nothing here is a commit all the same.
      git('commit', '--quiet', '--allow-empty', '--message', subject);
      return pushed();
    },
    revert: (commit) => {
      git('revert', '--no-edit', commit);
      return pushed();
    },
    tag: (name, commit) => {
      git('tag', name, commit);
      git('push', '--quiet', 'origin', name);
    },
  };
}

// None of the user's settings.
const own = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...{ GIT_AUTHOR_NAME: 'e2e', GIT_AUTHOR_EMAIL: 'e2e@example.com' },
  ...{ GIT_COMMITTER_NAME: 'e2e', GIT_COMMITTER_EMAIL: 'e2e@example.com' },
};
