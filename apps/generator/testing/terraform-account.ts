import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { givenByHand } from '@bizflow/config/order';
import {
  initArguments,
  multiRegionKeys,
  prepare,
  type RehearsalTools,
  run,
  terraformEnv,
} from '@bizflow/terraform-checks/rehearsal';
import { startMotoIn } from '@bizflow/testing/moto';
import { secretsIn } from './secrets-manager.ts';

/** Terraform with the real provider, and an emulated account. */
export interface TerraformAccount {
  /** Writes a rendered root, applies what a database needs, and says what RDS was given, and all that Terraform keeps. */
  readonly apply: (files: Readonly<Record<string, string>>) => Promise<Applied>;
  readonly remove: () => Promise<void>;
}

/** What an apply did. */
export interface Applied {
  readonly secrets: ReadonlyMap<string, string>;
  /** The master user's password, as the newest call gave it to RDS. */
  readonly masterPassword: string;
  /** Plan, state and output. */
  readonly kept: string;
}

// RDS never tells a password, so that moto writes each to a file where this process reads it.
const tellPassword = (file: string): string => `
from moto.rds.models import DBInstance
given = DBInstance.master_user_password
def telling(self, password):
    if password:
        open(${JSON.stringify(file)}, 'w').write(password)
    given.fset(self, password)
DBInstance.master_user_password = given.setter(telling)
`;

const target = '-target=module.rds';

/** An empty account with one root of it, whose modules are in a copied tree. */
export async function terraformAccount(
  { terraform, python }: RehearsalTools,
  { tree, root, account, region }: { tree: string; root: string; account: string; region: string },
): Promise<TerraformAccount> {
  const told = mkdtempSync(join(tmpdir(), 'rds-'));
  const password = join(told, 'password');
  const moto = await startMotoIn({
    python,
    settings: { MOTO_ACCOUNT_ID: account, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    first: multiRegionKeys + tellPassword(password),
  });
  const cwd = join(tree, root);
  const env = terraformEnv({
    AWS_ENDPOINT_URL: moto.endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...givenByHand,
  });
  const call = async (...args: readonly string[]): Promise<string> => {
    const { code, text } = await run(terraform.binary, args, { cwd, env });
    if (code !== 0) throw new Error(`terraform ${args.join(' ')}:\n${text}`);
    return text;
  };
  let ready = false;
  return {
    apply: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(tree, path)), { recursive: true });
        writeFileSync(join(tree, path), text);
      }
      prepare(cwd, new Map());
      if (!ready) await call(...initArguments(terraform));
      ready = true;
      const said = [
        await call('plan', '-no-color', '-input=false', '-out=plan', target),
        await call('show', '-json', 'plan'),
        await call('apply', '-no-color', '-input=false', 'plan'),
        await call('show', '-json'),
      ];
      return {
        secrets: await secretsIn(moto.endpoint, region),
        masterPassword: readFileSync(password, 'utf8'),
        kept: said.join('\n'),
      };
    },
    remove: async () => {
      await moto.stop();
      rmSync(told, { recursive: true, force: true });
    },
  };
}
