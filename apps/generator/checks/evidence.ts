import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { checkCommand } from '@bizflow/testing/check-command';
import { run } from '@bizflow/testing/nx-process';
import { repository } from '@bizflow/testing/repository';

// `npm run evidence:check`: docs/evidence/ is what the facts and the proofs say, and compliance-trestle reads its OSCAL.
// renovate: datasource=pypi depName=compliance-trestle
const version = '5.2.0';
const cache = join(repository, '.cache/evidence');
const { without } = checkCommand();

/** The last line that a failed command said, or nothing. */
const attempt = (command: string, args: readonly string[]): string => {
  const ended = spawnSync(command, args, { encoding: 'utf8' });
  if (ended.error !== undefined) return `${command} does not start: ${ended.error.message}`;
  const said = ended.stderr.trim().split('\n').at(-1) ?? '';
  return ended.status === 0 ? '' : `${basename(command)} ${args[0]}: ${said}`;
};

/** compliance-trestle of the pinned version in its own Python environment, or why there is none. */
function pinned(): { readonly command: string } | { readonly why: string } {
  const venv = join(cache, `compliance-trestle-${version}`);
  const command = join(venv, 'bin/trestle');
  if (existsSync(command)) return { command };
  const why =
    attempt('python3', ['-m', 'venv', venv]) ||
    attempt(join(venv, 'bin/pip'), ['install', '--quiet', `compliance-trestle==${version}`]);
  return why === '' ? { command } : { why };
}

/** Each document at the place where trestle looks for its kind. */
function workspace(home: string): number {
  const documents = globSync('docs/evidence/*/*.oscal.json', { cwd: repository });
  for (const path of documents) {
    const kind = basename(path, '.oscal.json');
    const to = join(home, `${kind}s`, basename(dirname(path)), `${kind}.json`);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(repository, path), to);
  }
  return documents.length;
}

function validated(): boolean {
  const tool = pinned();
  if ('why' in tool) {
    without('trestle', 'whether docs/evidence/ is valid OSCAL', tool.why);
    return true;
  }
  const home = mkdtempSync(join(tmpdir(), 'evidence-'));
  try {
    const trestle = (...args: readonly string[]) =>
      spawnSync(tool.command, args, { cwd: home, encoding: 'utf8' });
    trestle('init', '--local');
    const documents = workspace(home);
    const { status, stdout, stderr } = trestle('validate', '--all');
    const valid = `${stdout}${stderr}`.match(/^VALID: /gm)?.length ?? 0;
    const isValid = status === 0 && documents > 0 && valid === documents;
    console.log(`trestle ${version}: ${valid} of ${documents} documents are valid`);
    if (!isValid) console.error(`${stdout}${stderr}`.trim());
    return isValid;
  } finally {
    rmSync(home, { recursive: true });
  }
}

const drift = run(repository, ['generate', '@bizflow/generator:evidence', '--check'], {});
console.log(drift.out.trim());
process.exitCode = validated() && drift.code === 0 ? 0 : 1;
