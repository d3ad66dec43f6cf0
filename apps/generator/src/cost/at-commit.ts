import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fleet } from '@bizflow/config';
import { type GeneratorError, refusal } from '../error.ts';

/** Prints the facts of the tree it runs in: a fleet is plain data. */
const program = `
import { readFileSync } from 'node:fs';
import { fleet } from '@bizflow/config';
console.log(JSON.stringify(fleet(JSON.parse(readFileSync('images.lock.json', 'utf8')), {})));
`;

/**
 * Hands over the facts at a commit, read with the sources of that commit, and the temporary folder with
 * its files: nothing in the work tree changes, and packages resolve each other as they did.
 */
export async function atCommit<T>(
  root: string,
  ref: string,
  use: (facts: Partial<Fleet>, folder: string) => Promise<T>,
): Promise<T> {
  const commit = git(root, ['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`]);
  if (commit.status !== 0) {
    throw refused(
      'REF_UNKNOWN',
      ref,
      'is not a commit of this repository',
      'name a branch, a tag or a commit',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-cost-'));
  try {
    unpack(root, commit.stdout.toString().trim(), folder);
    const run = spawnSync(
      process.execPath,
      [
        '--conditions=@bizflow/source',
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        program,
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
    );
    if (run.status === 0) return await use(JSON.parse(run.stdout) as Partial<Fleet>, folder);
    const [reason = 'no reason given'] = run.stderr
      .split('\n')
      .filter((line) => /Error/.test(line));
    throw refused(
      'REF_UNREADABLE',
      ref,
      `contains facts that cannot be read: ${reason}`,
      'choose a commit on which the render works',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unpack(root: string, commit: string, folder: string): void {
  // A commit from before the first render has no rendered folders.
  const all = ['packages', 'images.lock.json', 'terraform', 'gitops'];
  const there = git(root, ['ls-tree', '--name-only', commit, '--', ...all]).stdout.toString();
  const archive = git(root, ['archive', commit, ...there.trim().split('\n')]);
  spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  const own = join(folder, 'node_modules/@bizflow');
  mkdirSync(own, { recursive: true });
  mkdirSync(join(folder, 'packages'), { recursive: true });
  // Packages of others are those of today: a commit names its own, and does not contain them.
  const others = join(root, 'node_modules');
  for (const name of existsSync(others) ? readdirSync(others) : []) {
    if (name !== '@bizflow') symlinkSync(join(others, name), join(folder, 'node_modules', name));
  }
  for (const name of readdirSync(join(folder, 'packages'))) {
    symlinkSync(join(folder, 'packages', name), join(own, name));
  }
}

const git = (cwd: string, args: readonly string[]) =>
  spawnSync('git', args, { cwd, maxBuffer: 256 * 2 ** 20 });

const refused = (code: string, ref: string, reason: string, remedy: string): GeneratorError =>
  refusal({ code, at: '--since', value: ref, reason, remedy });
