import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.ts';

/** A packed package: where its tarball lies and which files are in it. */
export interface Tarball {
  readonly file: string;
  readonly paths: readonly string[];
}

/** Packs the package at `source` into a folder. */
export function pack(source: string, folder: string): Tarball {
  const dist = join(source, 'dist');
  none(
    ['index.js', 'package.json'].filter((path) => !existsSync(join(dist, path))),
    'run `npm run build` first, these are not built',
  );
  mkdirSync(folder, { recursive: true });
  const reports: { filename: string; files: { path: string }[] }[] = JSON.parse(
    npm(dist, 'pack', '--json', '--pack-destination', folder),
  );
  return {
    file: join(folder, reports[0]?.filename ?? ''),
    paths: reports.flatMap(({ files }) => files.map(({ path }) => path)),
  };
}

const papers = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const welcome = /^([\w.-]+\/)*[\w.-]+\.(js|d\.ts|json)$/;

/** Throws unless the build is packed, fresh, with its papers and nothing beside it. */
export function packsOnlyTheBuild({ paths }: Tarball, source: string): void {
  const tests = /\.test\.|testing|tsbuildinfo|^tsc\//;
  none(
    paths.filter((path) => !papers.includes(path) && (!welcome.test(path) || tests.test(path))),
    'these do not belong in the package',
  );
  none(
    paths
      .filter((path) => /\.(d\.ts|js)$/.test(path) && !/^(node|facts|deno)\//.test(path))
      .filter((path) => !existsSync(join(source, origin(path)))),
    'remove dist and build again, these have no source any more',
  );
  none(
    papers.filter((path) => !paths.includes(path)),
    'these are missing in the package',
  );
}

/** Throws unless each file that `exports` names is in the tarball; a `*` needs one file at least. */
export function exportsWhatItHas({ paths }: Tarball, source: string): void {
  const { exports } = JSON.parse(readFileSync(join(source, 'dist/package.json'), 'utf8'));
  const named = JSON.stringify(exports).match(/(?<=":")\.\/[^"]+/g) ?? [];
  none(named.length > 0 ? [] : ['exports'], 'no file is exported at all');
  none(
    named.filter((name) => {
      const [before = '', after = ''] = name.slice(2).split('*');
      return !paths.some((path) => path.startsWith(before) && path.endsWith(after));
    }),
    'these are exported and not packed',
  );
}

/** Throws unless packing once more makes the same bytes: a version can be made again from its commit. */
export function packsTheSameBytes({ file }: Tarball, source: string, folder: string): void {
  const digest = (path: string) => createHash('sha512').update(readFileSync(path)).digest('hex');
  const again = pack(source, folder).file;
  none(digest(file) === digest(again) ? [] : [file, again], 'these differ');
}

/** Throws unless every module imports only by relative paths: no package, no Node built-in. */
export function importsOnlyItself({ paths }: Tarball, installed: string): void {
  const lines = paths
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) =>
      imports(readFileSync(join(installed, path), 'utf8')).map((name) => `${path}: ${name}`),
    );
  none(lines.length > 0 ? [] : ['no file'], 'no import was found at all, so none was checked');
  none(
    lines.filter((line) => !/: \.\.?\//.test(line)),
    'these import what a browser does not have',
  );
}

const none = (found: readonly string[], sentence: string): void => {
  if (found.length > 0) throw new Error(`${sentence}: ${found.join(', ')}`);
};

const origin = (path: string): string =>
  (path.startsWith('kernel/') ? `../${path}` : `src/${path}`).replace(/\.(d\.ts|js)$/, '.ts');

const imports = (code: string): string[] =>
  [...code.matchAll(/(?<!["'.])\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name = '']) => name,
  );
