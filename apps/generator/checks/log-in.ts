import { join } from 'node:path';
import type { Fleet } from '@bizflow/config';
import { followed, usual } from '@bizflow/config/testing';
import {
  copy,
  installed,
  jobIn,
  loggedInAs,
  type Rds,
  runJob,
  startRds,
} from '@bizflow/tenant-isolation/testing';
import { copyOf, rehearsalTools } from '@bizflow/terraform-checks/rehearsal';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import { plan } from '../src/plan.ts';
import { numbered } from '../testing/rotation.ts';
import { type TerraformAccount, terraformAccount } from '../testing/terraform-account.ts';

// `npm run terraform:log-in`: the real provider writes passwords and URLs to moto, a real PostgreSQL gets what RDS is
// given, the rendered Job runs there, and each URL logs in. Then the passwords rotate.
const command = checkCommand();
const folder = `gitops/production/${followed.id}/services/api`;
const root = `environments/production/${followed.id}`;
const secret = (name: string): string => `bizflow/production/${followed.id}/${name}`;

/** The stages of two rotations, and the URLs that no longer log in after each. */
const stages: readonly (readonly [what: string, fleet: Fleet, ended: readonly string[]])[] = [
  ['an empty account', numbered(2, 1), []],
  ['the other login is used', numbered(2, 2), []],
  ['the former password ends', numbered(3, 2), ['database 0']],
  [
    'the master user has another password',
    numbered(3, 2, 2),
    ['database 0', 'database-migration 0'],
  ],
];

const told: string[] = [];
const problems: string[] = [];
const expect = (holds: boolean, what: string): void => {
  console.log(`  ${holds ? 'holds' : 'FAILS'}  ${what}`);
  if (!holds) problems.push(what);
};

/** Every URL that a secret has had, in the order in which they came. */
const urls: Record<'database' | 'database-migration', string[]> = {
  database: [],
  'database-migration': [],
};

async function play(account: TerraformAccount, binaries: string): Promise<void> {
  let rds: Rds | undefined;
  const values = new Set<string>();
  for (const [what, fleet, ended] of stages) {
    console.log(what);
    const files = Object.fromEntries(plan(fleet, {}).files.map(({ path, text }) => [path, text]));
    const { secrets, masterPassword, kept } = await account.apply(rootFiles(files));
    told.push(kept);
    for (const [name, value] of secrets) if (/password|database/.test(name)) values.add(value);
    for (const [name, known] of Object.entries(urls)) {
      const url = secrets.get(secret(name)) ?? '';
      if (known.at(-1) !== url) known.push(url);
    }
    rds ??= await startRds(binaries, rdsOf(urls['database-migration'][0] ?? ''));
    await rds.setMasterPassword(masterPassword);
    const job = jobIn(files, folder);
    const env = here(rds, job.variables(copy(files, folder, secrets)));
    const { status, text } = await runJob(binaries, job.files, env);
    told.push(text);
    expect(status === 0, `${job.name} ends well${status === 0 ? '' : `: ${text}`}`);
    for (const [name, known] of Object.entries(urls)) {
      for (const [index, url] of known.entries()) {
        const role = await loggedInAs(rds, url);
        const isEnded = ended.includes(`${name} ${index}`);
        expect(
          (role === undefined) === isEnded,
          `URL ${index} of ${name} ${isEnded ? 'is refused' : 'logs in'}`,
        );
      }
    }
  }
  told.push((await rds?.log()) ?? '');
  await rds?.stop();
  const seen = told.join('\n');
  expect(
    [...values].every((value) => !seen.includes(value)),
    `no plan, state or log has one of ${values.size} secrets`,
  );
}

const rootFiles = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`terraform/${root}/`))
      .map(([path, text]) => [path.slice('terraform/'.length), text]),
  );

const rdsOf = (url: string) => {
  const [, username = '', host = '', database = ''] =
    /^postgresql:\/\/(\w+):[^@]+@([^:]+):\d+\/(\w+)\?/.exec(url) ?? [];
  return { host, username, database };
};

// The URL's name and port are those of RDS.
const here = ({ port }: Rds, variables: Readonly<Record<string, string>>) => ({
  ...variables,
  DATABASE_URL: `${variables.DATABASE_URL}`.replace(/:5432\b/, `:${port}`),
  PGHOSTADDR: '127.0.0.1',
});

async function main(): Promise<void> {
  const tools = rehearsalTools(command, 'terraform:log-in');
  if (tools === undefined) return;
  const binaries = installed();
  if (binaries === undefined) {
    return command.without(
      'postgres',
      'terraform:log-in',
      'no PostgreSQL 15 with psql, or no openssl',
    );
  }
  const tree = copyOf(join(repository, 'terraform'));
  const account = await terraformAccount(tools, {
    tree: tree.folder,
    root,
    account: usual.assigned.accounts.production.value,
    region: followed.id,
  });
  try {
    await play(account, binaries);
  } finally {
    await account.remove();
    tree.remove();
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}

await main();
