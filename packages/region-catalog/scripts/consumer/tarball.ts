import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.ts';

/** A packed package: where its tarball lies and which files are in it. */
export interface Tarball {
  readonly file: string;
  readonly paths: readonly string[];
}

/** Packs the package at `source` into a folder. */
export function pack(source: string, folder: string): Tarball {
  none(
    ['dist/index.js', 'dist/catalog.json'].filter((path) => !existsSync(join(source, path))),
    'run `npm run build` first, these are not built',
  );
  const reports: { filename: string; files: { path: string }[] }[] = JSON.parse(
    npm(source, 'pack', '--json', '--pack-destination', folder),
  );
  return {
    file: join(folder, reports[0]?.filename ?? ''),
    paths: reports.flatMap(({ files }) => files.map(({ path }) => path)),
  };
}

const welcome = /^(dist\/.+\.(js|d\.ts|json)|package\.json|README\.md|LICENSE)$/;
const promised = ['index.js', 'index.d.ts', 'catalog.json', 'catalog.schema.json'];

/** Throws unless the build is packed, all of it, fresh, and nothing beside it. */
export function packsOnlyTheBuild({ paths }: Tarball, source: string): void {
  const tests = /\.test\.|testing|tsbuildinfo/;
  none(
    paths.filter((path) => !welcome.test(path) || tests.test(path)),
    'these do not belong in the package',
  );
  none(
    paths
      .filter((path) => /\.(d\.ts|js)$/.test(path))
      .filter((path) => !existsSync(join(source, origin(path)))),
    'remove dist and build again, these have no source any more',
  );
  none(
    promised.map((name) => `dist/${name}`).filter((path) => !paths.includes(path)),
    'these are missing in the package',
  );
}

/** Throws unless every module imports only by relative paths: no package, no Node built-in. */
export function importsOnlyItself({ paths }: Tarball, installed: string): void {
  const lines = paths
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) =>
      imports(readFileSync(join(installed, path), 'utf8')).map((name) => `${path}: ${name}`),
    );
  none(lines.length > 0 ? [] : ['dist'], 'no import was found at all, so none was checked');
  none(
    lines.filter((line) => !/: \.\.?\//.test(line)),
    'these import what a browser does not have',
  );
}

const none = (found: readonly string[], sentence: string): void => {
  if (found.length > 0) throw new Error(`${sentence}: ${found.join(', ')}`);
};

const origin = (path: string): string =>
  path
    .replace(/^dist\/kernel\//, '../kernel/')
    .replace(/^dist\//, 'src/')
    .replace(/\.(d\.ts|js)$/, '.ts');

const imports = (code: string): string[] =>
  [...code.matchAll(/\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name = '']) => name,
  );
