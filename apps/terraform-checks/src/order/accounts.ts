import { globalRegion } from '@bizflow/config/foundation';
import { type Ended, run } from '../cli/run.ts';
import type { Sources } from './sources.ts';

/** Runs shell commands with the AWS CLI, and Terraform, as a person in one account. */
export interface Account {
  readonly id: string;
  readonly env: Readonly<Record<string, string>>;
  readonly shell: (script: string, more?: Readonly<Record<string, string>>) => Promise<Ended>;
}

const account = (id: string, env: Readonly<Record<string, string>>): Account => ({
  id,
  env,
  shell: (script, more = {}) =>
    run('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: '/',
      env: { ...process.env, ...env, ...more },
    }),
});

/** The account that owns the organization: whose moto it is. */
export const managementAccount = (endpoint: string): Account =>
  account('management', {
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: globalRegion,
    AWS_DEFAULT_REGION: globalRegion,
    AWS_PAGER: '',
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
  });

/** The output of a command that must succeed. */
export async function printed(of: Account, script: string): Promise<string> {
  const { code, text } = await of.shell(script);
  if (code !== 0) throw new Error(`${script}\n${text}`);
  return text.trim();
}

/** Creates an account of the organization, and signs on to it with the role that AWS puts there. */
async function newAccount(management: Account, name: string): Promise<Account> {
  const id = await printed(
    management,
    `aws organizations create-account --account-name ${name} --email ${name}@example.com ` +
      '--query CreateAccountStatus.AccountId --output text',
  );
  const role = `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`;
  const keys = await printed(
    management,
    `aws sts assume-role --role-arn ${role} --role-session-name rehearsal ` +
      '--query Credentials.[AccessKeyId,SecretAccessKey,SessionToken] --output text',
  );
  const [key = '', secret = '', token = ''] = keys.split(/\s+/);
  return account(id, {
    ...management.env,
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: token,
  });
}

/** The accounts of a rehearsal, in the order in which they are made. */
export const accountNames = ['production', 'staging', 'delivery'] as const;

/** New accounts of an organization, whose ids are written into the facts. */
export async function newAccounts(
  management: Account,
  facts: Pick<Sources, 'write'>,
): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  for (const name of accountNames) {
    const account = await newAccount(management, name);
    facts.write(['accounts', name], account.id);
    accounts.push(account);
  }
  return accounts;
}
