import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCommand } from '@bizflow/testing/check-command';
import { deprecationProblems } from './api/deprecations.ts';
import { dayOfHead, lastRelease, pagesOf } from './api/released.ts';
import { readerTools } from './consumer/reader-tools.ts';
import { node } from './consumer/run.ts';

// `npx nx api region-catalog`: the pages in api/ say what the built package exports; `-- --write` writes them.
const { args, without } = checkCommand();
const source = fileURLToPath(new URL('../', import.meta.url));
const pages = join(source, 'api');

const textsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(folder) ? readdirSync(folder) : [])
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** The pages that TypeDoc makes of the declarations in `dist/`. */
function made(tools: string, home: string): ReadonlyMap<string, string> {
  for (const name of ['aliases.mjs', 'typedoc.json', 'tsconfig.json'])
    cpSync(join(tools, name), join(home, name));
  cpSync(join(source, 'dist'), join(home, 'dist'), { recursive: true });
  symlinkSync(join(tools, 'node_modules'), join(home, 'node_modules'));
  node(home, join(tools, 'node_modules/typedoc/bin/typedoc'), '--options', 'typedoc.json');
  return textsIn(join(home, 'api'));
}

function compare(wanted: ReadonlyMap<string, string>): void {
  const present = textsIn(pages);
  const names = [...new Set([...wanted.keys(), ...present.keys()])];
  const stale = names.filter((name) => wanted.get(name) !== present.get(name));
  for (const name of stale) {
    console.error(`API_STALE  packages/region-catalog/api/${name}\n  is not what the package exports
  -> run: npx nx api region-catalog -- --write`);
  }
  if (stale.length > 0) process.exitCode = 1;
  else console.log(`api: ${wanted.size} pages say what the package exports`);
}

/** What the newest release exported may go only when it was deprecated there, for long enough. */
function deprecations(now: ReadonlyMap<string, string>): void {
  const tag = lastRelease();
  const before = tag === null ? new Map<string, string>() : pagesOf(tag);
  const problems = deprecationProblems(before, now, dayOfHead());
  for (const text of problems) {
    console.error(`DEPRECATION  ${text}\n  -> see Versions in packages/region-catalog/README.md`);
  }
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      `api: nothing went too early since ${tag ?? 'the beginning: no release is tagged'}`,
    );
}

const tools = readerTools();
const home = mkdtempSync(join(tmpdir(), 'region-catalog-api-'));
try {
  if ('why' in tools) without('reader-tools', 'whether api/ says what is exported', tools.why);
  else {
    const wanted = made(tools.folder, home);
    if (args.includes('--write')) {
      rmSync(pages, { recursive: true, force: true });
      cpSync(join(home, 'api'), pages, { recursive: true });
    }
    compare(wanted);
    deprecations(wanted);
  }
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
