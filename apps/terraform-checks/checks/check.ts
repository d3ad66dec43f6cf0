import { join } from 'node:path';
import { counted, type Problem, problemLines } from '@bizflow/kernel';
import { terraformTexts } from '@bizflow/terraform-plan/testing';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import { type Checked, checkFolder } from '../src/cli/check-folder.ts';
import { foldersIn } from '../src/cli/folders.ts';
import { ownSchema } from '../src/cli/own-schema.ts';
import { eachOf, run } from '../src/cli/run.ts';
import { copyOf, findTerraform, type Terraform, terraformEnv } from '../src/cli/terraform.ts';
import { acceptedAtEnds } from '../src/provider-range/accepted.ts';
import { laterSchema } from '../src/provider-range/later-schema.ts';
import { providerEnd } from '../src/provider-range/provider-range.ts';

// `npm run terraform:check`: fmt, init, validate and test of every module and root, in a copy, and what either end of
// the provider's range refuses or has deprecated.
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
    const ran = checked.find(({ steps }) => steps.length > 1)?.path;
    const lower =
      wanted.length === 0 && ran !== undefined ? await checkOwn(terraform, copy.folder, ran) : 0;
    return failed.length === 0 && formatted.code === 0 ? lower : 1;
  } finally {
    copy.remove();
  }
}

const told = (end: string, problems: readonly Problem[]): number => {
  for (const line of problems.flatMap(problemLines)) console.error(line);
  console.log(`${end}: ${counted(problems.length, 'problem')}`);
  return problems.length === 0 ? 0 : 1;
};

/** What the provider that ran here has deprecated, by its own schemas. */
async function checkOwn(terraform: Terraform, folder: string, path: string): Promise<number> {
  const schema = await ownSchema(terraform, folder, path);
  if (typeof schema === 'string') {
    console.error(schema);
    return 1;
  }
  return told(
    schema.called,
    await providerEnd(terraformTexts(tree), schema, acceptedAtEnds().lower),
  );
}

/** What the next version of the provider would refuse: a file of its schemas is all that this needs. */
async function checkLater(): Promise<number> {
  const schema = laterSchema();
  if ('why' in schema) {
    command.without('provider-schema', 'the modules under a later provider', schema.why);
    return 0;
  }
  return told(
    schema.called,
    await providerEnd(terraformTexts(tree), schema, acceptedAtEnds().later),
  );
}

const later = wanted.length === 0 ? await checkLater() : 0;
process.exitCode = Math.max(later, await main());
