import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pythonTool } from '@bizflow/terraform-checks';
import { checkCommand } from '@bizflow/testing/check-command';
import { run } from '@bizflow/testing/nx-process';
import { repository } from '@bizflow/testing/repository';

// `npm run evidence:check`: docs/evidence/ is what the facts and the proofs say, and compliance-trestle reads its OSCAL.
// renovate: datasource=pypi depName=compliance-trestle
const version = '5.2.0';
const cache = join(repository, '.cache/evidence');
const { without } = checkCommand();

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
  const tool = pythonTool(cache, 'compliance-trestle', version, 'trestle');
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
