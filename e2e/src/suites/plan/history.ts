import { spawnSync } from 'node:child_process';
import { repository } from '../../harness/places.ts';

/** What one commit of this repository changed in a folder: texts by path, on each side. */
export interface Past {
  /** `abaf237c: its subject`. */
  readonly named: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** So many commits are the least that says something, and so many are asked about. */
export const bounds = { least: 5, most: 40 };

/** The latest commits that changed manifests in a folder while it stayed, the latest one first. */
export function history(folder: string): readonly Past[] {
  const logged = git('log', '--no-merges', '--diff-filter=M', '--format=%h %s', '--', folder);
  const commits = logged.split('\n').filter((line) => line !== '');
  return commits.slice(0, bounds.most).map((line) => {
    const [commit = '', ...subject] = line.split(' ');
    const changed = git(
      'diff',
      '--no-renames',
      '--name-status',
      `${commit}~1`,
      commit,
      '--',
      folder,
    );
    const files = changed.split('\n').flatMap((one) => {
      const [status = '', path = ''] = one.split('\t');
      return path.endsWith('.yaml') ? [{ status, path }] : [];
    });
    const texts = (at: string, absent: string) =>
      Object.fromEntries(
        files
          .filter(({ status }) => status !== absent)
          .map(({ path }) => [path, git('show', `${at}:${path}`)]),
      );
    return {
      named: `${commit}: ${subject.join(' ')}`,
      before: texts(`${commit}~1`, 'A'),
      after: texts(commit, 'D'),
    };
  });
}

/** A folder as the latest commit found it that has something come, something go and something change since. */
export function folderBefore(
  folder: string,
  now: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const commits = git('log', '--no-merges', '--format=%h', '--', folder).trim().split('\n');
  const all = commits.slice(0, bounds.most).map((commit) => {
    const paths = git('ls-tree', '-r', '--name-only', `${commit}~1`, '--', folder)
      .trim()
      .split('\n');
    return Object.fromEntries(
      paths.filter((path) => path !== '').map((path) => [path, git('show', `${commit}~1:${path}`)]),
    );
  });
  const isMixed = (older: Readonly<Record<string, string>>): boolean =>
    Object.keys(now).some((path) => older[path] === undefined) &&
    Object.keys(older).some((path) => now[path] === undefined) &&
    Object.entries(older).some(([path, text]) => now[path] !== undefined && now[path] !== text);
  return all.find(isMixed) ?? all[0] ?? {};
}

const git = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', args, {
    ...{ cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 28 },
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
};
