import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { terraformVersions } from '@bizflow/config/foundation';
import { givenByHand } from '@bizflow/config/order';
import { type Plan, planOf } from '@bizflow/terraform-plan';
import { parsedTree } from '@bizflow/terraform-plan/testing';
import { checkCommand } from '@bizflow/testing/check-command';
import { cacheFolder, repository } from '@bizflow/testing/repository';
import { run } from '../src/cli/run.ts';
import {
  findTerraform,
  initArguments,
  type Terraform,
  terraformEnv,
} from '../src/cli/terraform.ts';
import { awsSchema } from '../src/provider-range/provider-schema.ts';
import { replacementCases } from '../src/replacements/cases.ts';
import { named, rootOf, stateOf } from '../src/replacements/crafted.ts';
import { erring, learnedFrom, type ShownPlan, type Table } from '../src/replacements/learned.ts';

// `npm run terraform:replacements`: asks the real provider which attributes of our resources force a replacement. It
// plans over a crafted state with -refresh=false, so that it needs no account, and compares the answers with the table
// in packages/changes. `-- --write` writes the table.
const file = join(repository, 'packages/changes/src/dangers/force-new.json');
const command = checkCommand();
const provider = terraformVersions.awsProviderVersion;
// Nothing may leave this machine: what wants to ask AWS fails at once.
const offline = {
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
  AWS_EC2_METADATA_DISABLED: 'true',
};

async function plansOfFleet(): Promise<readonly Plan[]> {
  const tree = await parsedTree(join(repository, 'terraform'), join(cacheFolder, 'terraform-plan'));
  const given = Object.fromEntries(
    Object.entries(givenByHand).map(([name, value]) => [name.replace('TF_VAR_', ''), value]),
  );
  const roots = Object.keys(tree).filter((folder) => folder.startsWith('environments/'));
  return roots.map((root) => planOf(tree, root, given));
}

/** Plans all cases; those that the provider cannot plan are left out, and the others tried again. */
async function ask(terraform: Terraform, plans: readonly Plan[]): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-replacements-'));
  const call = (...args: readonly string[]) =>
    // Only `init` may ask the registry.
    run(terraform.binary, args, {
      cwd: folder,
      env: terraformEnv(args[0] === 'init' ? {} : offline),
    });
  const unasked: string[] = [];
  try {
    writeFileSync(join(folder, 'main.tf.json'), rootOf(new Map(), provider));
    const made = await call(...initArguments(terraform));
    if (made.code !== 0) throw new Error(made.text);
    const schemas = await call('providers', 'schema', '-json');
    const versions = versionsIn(schemas.text);
    const schema = awsSchema(schemas.text.slice(schemas.text.indexOf('{')), provider);
    let cases = named(replacementCases(plans, schema.managed));
    for (;;) {
      writeFileSync(join(folder, 'main.tf.json'), rootOf(cases, provider));
      writeFileSync(join(folder, 'terraform.tfstate'), stateOf(cases, versions));
      const planned = await call(
        'plan',
        '-refresh=false',
        '-input=false',
        '-lock=false',
        '-no-color',
        '-out=plan',
      );
      if (planned.code === 0) break;
      const wrong = erring(planned.text);
      if (wrong.size === 0) throw new Error(planned.text);
      for (const name of wrong) {
        const one = cases.get(name);
        if (one !== undefined) unasked.push(`${one.type} ${one.attribute}`);
      }
      cases = new Map([...cases].filter(([name]) => !wrong.has(name)));
      console.log(`${wrong.size} cases cannot be planned here, ${cases.size} are left`);
    }
    const shown = await call('show', '-json', 'plan');
    const plan: ShownPlan = JSON.parse(shown.text.slice(shown.text.indexOf('{')));
    return { provider, types: learnedFrom(plan, cases), unasked: unasked.sort() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const versionsIn = (text: string): Readonly<Record<string, number>> => {
  const { provider_schemas: schemas } = JSON.parse(text.slice(text.indexOf('{')));
  const [{ resource_schemas: types }] = Object.values(schemas) as [
    { resource_schemas: Record<string, { version: number }> },
  ];
  return Object.fromEntries(Object.entries(types).map(([type, { version }]) => [type, version]));
};

const terraform = findTerraform();
if (typeof terraform === 'string')
  command.without('terraform', 'terraform:replacements', terraform);
else {
  const table = await ask(terraform, await plansOfFleet());
  const asked = Object.values(table.types).flatMap(({ replaces, inPlace }) => [
    ...replaces,
    ...inPlace,
  ]);
  const replaces = Object.values(table.types).flatMap((one) => one.replaces);
  console.log(
    `terraform:replacements: provider ${provider} was asked of ${asked.length} attributes of ` +
      `${Object.keys(table.types).length} types: ${replaces.length} force a replacement, ${table.unasked.length} could not be asked`,
  );
  if (command.args.includes('--write')) writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
  else if (!isDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), table)) {
    console.error(
      `terraform:replacements: ${file} says otherwise; run it with --write and read the difference`,
    );
    process.exitCode = 1;
  }
}
