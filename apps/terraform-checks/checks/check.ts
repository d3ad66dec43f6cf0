import { join } from 'node:path';
import { treeOf } from '@bizflow/terraform-plan';
import { terraformTexts } from '@bizflow/terraform-plan/testing';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import { type Checked, checkFolder } from '../src/cli/check-folder.ts';
import { foldersIn } from '../src/cli/folders.ts';
import { eachOf, run } from '../src/cli/run.ts';
import { copyOf, findTerraform, terraformEnv } from '../src/cli/terraform.ts';
import { laterProvider } from '../src/later-provider/later-provider.ts';
import { laterSchema } from '../src/later-provider/later-schema.ts';
import { problemLines } from '../src/problem-lines.ts';

// `npm run terraform:check`: fmt, init, validate and test of every module and root, in a copy, and what a later
// provider would refuse.
// `-- modules/vpc global` narrows it to folders that begin so.
const tree = join(repository, 'terraform');
const command = checkCommand();
const wanted = command.args;
const atATime = 2;

const seconds = (value: number | undefined): string =>
  value === undefined ? '-' : `${value.toFixed(1)} s`;

const row = ({ path, steps, passed, failure }: Checked): string => {
  const took = (name: string) => seconds(steps.find(({ step }) => step === name)?.seconds);
  const verdict = failure === undefined ? `${passed} passed` : `FAILED in ${steps.at(-1)?.step}`;
  return [path.padEnd(44), ...['init', 'validate', 'test'].map((name) => took(name).padStart(9))]
    .concat(`  ${verdict}`)
    .join('');
};

async function main(): Promise<number> {
  const terraform = findTerraform();
  if (typeof terraform === 'string') {
    command.without('terraform', 'terraform:check', terraform);
    return 0;
  }
  const started = performance.now();
  const copy = copyOf(tree);
  try {
    const place = { cwd: copy.folder, env: terraformEnv() };
    const format = ['fmt', '-check', '-recursive', '-diff', '-no-color'];
    const formatted = await run(terraform.binary, format, place);
    const folders = foldersIn(copy.folder).filter(
      ({ path }) => wanted.length === 0 || wanted.some((begin) => path.startsWith(begin)),
    );
    if (folders.length === 0) {
      console.error(
        `FOLDER_UNKNOWN  ${wanted.join(', ')}\n  no folder under terraform/ begins with this`,
      );
      return 1;
    }
    const checked = await eachOf(folders, atATime, (folder) =>
      checkFolder(terraform, copy.folder, folder),
    );
    const failed = checked.filter(({ failure }) => failure !== undefined);
    for (const { path, failure } of failed) console.error(`\nterraform/${path}\n${failure}`);
    if (formatted.code !== 0) console.error(`\nterraform fmt would change:\n${formatted.text}`);
    const columns = ['init', 'validate', 'test'].map((name) => name.padStart(9)).join('');
    console.log(`\n${'folder'.padEnd(44)}${columns}`);
    for (const one of checked) console.log(row(one));
    const total = checked.reduce((sum, { passed }) => sum + passed, 0);
    const took = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `terraform:check: ${checked.length} folders, ${total} test runs passed, ` +
        `${failed.length} failed, fmt ${formatted.code === 0 ? 'clean' : 'differs'}, ` +
        `Terraform ${terraform.version}, ${took} s`,
    );
    return failed.length === 0 && formatted.code === 0 ? 0 : 1;
  } finally {
    copy.remove();
  }
}

/** What the next version of the provider would refuse: a file of its schemas is all that this needs. */
async function checkLaterProvider(): Promise<number> {
  const schema = laterSchema();
  if ('why' in schema) {
    command.without('provider-schema', 'the modules under a later provider', schema.why);
    return 0;
  }
  const { problems, missing } = laterProvider(await treeOf(terraformTexts(tree)), schema);
  for (const line of problemLines(problems)) console.error(line);
  if (missing.length > 0) console.log(`SKIPPED: the file of schemas has no ${missing.join(', ')}`);
  console.log(`later provider: ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

const later = wanted.length === 0 ? await checkLaterProvider() : 0;
process.exitCode = Math.max(later, await main());
