import { spawnSync } from 'node:child_process';
import { repository } from '@bizflow/testing/repository';
import type { Pages } from './deprecations.ts';

const git = (...args: readonly string[]): string => {
  const { status, stdout } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

const folder = 'packages/region-catalog/api/';

/** The newest release of the catalog, as changesets tags it, or null before the first one. */
export const lastRelease = (): string | null =>
  git('tag', '--list', '@bizflow/region-catalog@*', '--sort=-version:refname').split('\n')[0] ||
  null;

/** The API pages of a release. */
export const pagesOf = (tag: string): Pages =>
  new Map(
    git('ls-tree', '--name-only', tag, '--', folder)
      .split('\n')
      .filter((path) => path.endsWith('.md'))
      .map((path) => [path.slice(folder.length), `${git('show', `${tag}:${path}`)}\n`] as const),
  );

/** The day of the newest commit (ISO 8601): no clock is read. */
export const dayOfHead = (): string => git('log', '-1', '--format=%cs');
