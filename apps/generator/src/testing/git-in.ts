import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs Git in a folder as a person without a key or settings; throws what it says when it fails. */
export const gitIn =
  (cwd: string) =>
  (args: readonly string[], input = ''): string => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
      ...{ cwd, input, encoding: 'utf8', maxBuffer: 2 ** 28 },
    });
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
    return stdout.trim();
  };

/** Writes files into a work tree, and commits everything in it under a name. */
export const commitIn =
  (root: string) =>
  (files: Readonly<Record<string, string>>, name: string): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const git = gitIn(root);
    git(['add', '-A']);
    git(['commit', '-q', '-m', name]);
    git(['tag', name]);
  };

/** Makes a commit on another one of the files that it has otherwise, null for one that goes; no work tree has it. */
export const commitUnseen =
  (git: ReturnType<typeof gitIn>) =>
  (name: string, on: string, files: Readonly<Record<string, string | null>>): void => {
    git(['read-tree', on]);
    for (const [path, text] of Object.entries(files)) {
      const id = text === null ? undefined : git(['hash-object', '-w', '--stdin'], text);
      const change =
        id === undefined ? ['--force-remove', path] : ['--cacheinfo', `100644,${id},${path}`];
      git(['update-index', '--add', ...change]);
    }
    git(['tag', name, git(['commit-tree', git(['write-tree']), '-p', on, '-m', name])]);
    git(['read-tree', 'HEAD']);
  };
