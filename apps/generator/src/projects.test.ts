import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, normalize } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

/** What Nx takes of a package.json. */
interface Manifest {
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly nx?: {
    readonly namedInputs?: { readonly default: readonly unknown[] };
    readonly targets?: Readonly<Record<string, Target>>;
  };
}

interface Target {
  readonly inputs?: readonly unknown[];
}

const everyProject = ['test', 'lint', 'typecheck'];

/** The targets that a project lacks. A project that others load from `dist/` has a build as well. */
const lacking = ({ exports = {}, nx }: Manifest, hasBuild: boolean): readonly string[] => {
  const isBuilt = hasBuild || JSON.stringify(exports).includes('./dist/');
  const wanted = isBuilt ? [...everyProject, 'build'] : everyProject;
  return wanted.filter((target) => nx?.targets?.[target] === undefined);
};

const textAt = (path: string): string => readFileSync(join(repository, path), 'utf8');

const manifestAt = (path: string): Manifest => JSON.parse(textAt(path));

const manifests = globSync('{packages/*,apps/*,e2e}/package.json', { cwd: repository }).toSorted();

describe('every Nx project', () => {
  it.each(manifests)('%s has the targets that Nx is asked for', (path) => {
    const hasBuild = existsSync(join(repository, dirname(path), 'tsconfig.build.json'));
    expect(lacking(manifestAt(path), hasBuild)).toEqual([]);
  });

  it('is refused without one of them', () => {
    expect(lacking({}, false)).toEqual(everyProject);
    const nx = { targets: { test: {}, lint: {}, typecheck: {} } };
    expect(lacking({ nx }, false)).toEqual([]);
    expect(lacking({ nx }, true)).toEqual(['build']);
    expect(lacking({ nx, exports: { '.': './dist/index.js' } }, false)).toEqual(['build']);
  });
});

const inputsOf = (path: string, target = 'test'): readonly unknown[] =>
  manifestAt(path).nx?.targets?.[target]?.inputs ?? [];

const { namedInputs }: { readonly namedInputs: Readonly<Record<string, readonly unknown[]>> } =
  JSON.parse(textAt('nx.json'));

/** The files that an input names, as globs of paths. */
const globsOf = (input: unknown): readonly string[] =>
  typeof input !== 'string'
    ? []
    : input.startsWith('{workspaceRoot}/')
      ? [input.slice('{workspaceRoot}/'.length)]
      : (namedInputs[input] ?? []).flatMap(globsOf);

/** Files of the repository outside a project that its tests name; of a folder one file in it. */
const readBy = (root: string): readonly string[] =>
  globSync(['**/*.test.ts', '{,src/}testing/**/*.ts'], { cwd: join(repository, root) })
    .filter((path) => !path.startsWith('checks/'))
    .map((path) => join(root, path))
    .filter((path) => /'node:fs'/.test(textAt(path)))
    .flatMap((path) => {
      const literals = textAt(path).matchAll(/['`]((?:\.\.\/)*[\w.{},*-]+(?:\/[\w.{},*-]+)*)['`]/g);
      return [...literals].map(([, text = '']) =>
        text.startsWith('../') ? normalize(join(dirname(path), text)) : text,
      );
    })
    .filter((path) => !path.startsWith(`${root}/`) && /^(?!\.git$)[\w.{].*[/.]/.test(path))
    .flatMap((path) => globSync([path, `${path}/*`], { cwd: repository }).slice(-1))
    .filter((path) => !/^\.\.|node_modules/.test(path));

describe('the test of a project', () => {
  const homes = new Map(manifests.map((path) => [manifestAt(path).name, dirname(path)]));
  const some = manifests.filter((path) => !inputsOf(path).includes('{workspaceRoot}/**/*'));

  it.each(some)('%s has every file outside it that it reads as an input', (path) => {
    const { dependencies, devDependencies, nx } = manifestAt(path);
    const names = Object.keys({ ...dependencies, ...devDependencies });
    const known = [
      ...[...inputsOf(path), 'sharedGlobals', 'testRunner'].flatMap(globsOf),
      ...names.flatMap((name) => `${homes.get(name) ?? name}/**/*`),
      ...(nx?.namedInputs?.default ?? []).flatMap(globsOf),
    ];
    const read = readBy(dirname(path));
    expect(read.filter((one) => !known.some((glob) => matchesGlob(one, glob)))).toEqual([]);
  });

  // A command of the generator that runs in a copy reads more than its project depends on.
  it('has the generator and what it renders as inputs where it copies the workspace', () => {
    const copying = {
      'apps/generator': ['recipes', 'task-cache'],
      'apps/pipeline': ['pipeline-check'],
    };
    const found = globSync('apps/*/checks/*.ts', { cwd: repository }).filter((path) =>
      textAt(path).includes("'@bizflow/testing/workspace'"),
    );
    expect([...new Set(found.map((path) => dirname(dirname(path))))].toSorted()).toEqual(
      Object.keys(copying),
    );
    const read = ['apps/generator/src/plan.ts', 'images.lock.json', 'gitops/x', 'packages/x'];
    for (const [root, targets] of Object.entries(copying)) {
      for (const target of targets) {
        const globs = inputsOf(`${root}/package.json`, target).flatMap(globsOf);
        expect(read.filter((path) => !globs.some((glob) => matchesGlob(path, glob)))).toEqual([]);
      }
    }
  });

  it('has no tool as an input that the test of all projects has not', () => {
    const isTool = (input: unknown): boolean =>
      typeof input === 'string' && !/^\.\.\.$|^\{/.test(input) && globsOf(input).length === 0;
    const tools = new Set(manifests.flatMap((path) => inputsOf(path)).filter(isTool));
    expect(tools.size).toBeGreaterThan(5);
    expect([...tools].filter((tool) => !inputsOf('package.json', 'tests').includes(tool))).toEqual(
      [],
    );
  });
});

describe('docs/tasks.md', () => {
  it('names every target that is not of every project', () => {
    const page = textAt('docs/tasks.md');
    const all = [...manifests, 'package.json'].flatMap((path) =>
      Object.keys(manifestAt(path).nx?.targets ?? {}),
    );
    const own = all.filter((target) => ![...everyProject, 'build'].includes(target));
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter((target) => !page.includes(`\`${target}\``))).toEqual([]);
  });
});
