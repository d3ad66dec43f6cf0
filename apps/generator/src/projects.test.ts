import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

/** What Nx takes of a package.json. */
interface Manifest {
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly nx?: { readonly targets?: Readonly<Record<string, object>> };
}

const everyProject = ['test', 'lint', 'typecheck'];

/** The targets that a project lacks. A project that others load from `dist/` has a build as well. */
const lacking = ({ exports = {}, nx }: Manifest, hasBuild: boolean): readonly string[] => {
  const isBuilt = hasBuild || JSON.stringify(exports).includes('./dist/');
  const wanted = isBuilt ? [...everyProject, 'build'] : everyProject;
  return wanted.filter((target) => nx?.targets?.[target] === undefined);
};

const manifests = globSync('{packages/*,apps/*,e2e}/package.json', { cwd: repository }).toSorted();

describe('every Nx project', () => {
  it.each(manifests)('%s has the targets that Nx is asked for', (path) => {
    const hasBuild = existsSync(join(repository, dirname(path), 'tsconfig.build.json'));
    expect(lacking(JSON.parse(readFileSync(join(repository, path), 'utf8')), hasBuild)).toEqual([]);
  });

  it('is refused without one of them', () => {
    expect(lacking({}, false)).toEqual(everyProject);
    const nx = { targets: { test: {}, lint: {}, typecheck: {} } };
    expect(lacking({ nx }, false)).toEqual([]);
    expect(lacking({ nx }, true)).toEqual(['build']);
    expect(lacking({ nx, exports: { '.': './dist/index.js' } }, false)).toEqual(['build']);
  });
});
