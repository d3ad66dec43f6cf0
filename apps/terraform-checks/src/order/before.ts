import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globalRegion } from '@bizflow/config/foundation';
import {
  prerequisites,
  serviceLinkedRoleCommands,
  serviceLinkedRoles,
  stateBucketCommands,
} from '@bizflow/config/order';
import { eachOf } from '../cli/run.ts';
import { type Account, printed } from './accounts.ts';
import { ownerOf, type Stage } from './play.ts';

/** A line of the checklist that did not print what the page says, or a command that failed. */
export interface Failed {
  readonly what: string;
  readonly where: string;
  readonly text: string;
}

/** One account in one of the regions that its roots act in. */
export interface Spot {
  readonly account: Account;
  readonly region: string;
}

/** Every account in every region where one of its states is. */
export function spotsOf(roots: readonly string[], { folder, accounts }: Stage): readonly Spot[] {
  const spots = roots.map((root) => {
    const cwd = join(folder, 'environments', root);
    const text = readFileSync(join(cwd, 'terraform.tf.json'), 'utf8');
    const region = /"region": "([^"]+)"/.exec(text)?.[1] ?? '';
    return { account: ownerOf(cwd, accounts), region };
  });
  return [...new Map(spots.map((one) => [`${one.account.id}/${one.region}`, one])).values()];
}

/** The checklist of the page, line by line; what the organization lacks is done first, as the page says. */
export async function checklist(
  management: Account,
  spots: readonly Spot[],
): Promise<readonly Failed[]> {
  const forOrganization = prerequisites.filter(({ scope }) => scope === 'organization');
  for (const { check, otherwise } of forOrganization) {
    const [, command] = /^`(aws [^`]+)`/.exec(otherwise) ?? [];
    const before = await management.shell(check);
    if (before.text.trim() === '' && command !== undefined) await printed(management, command);
  }
  const lines = [
    ...forOrganization.map((line) => ({ line, account: management, region: globalRegion })),
    ...prerequisites
      .filter(({ scope }) => scope === 'region')
      .flatMap((line) => spots.map((spot) => ({ line, ...spot }))),
  ];
  const tried = await eachOf(lines, 4, async ({ line, account, region }) => {
    const { text } = await account.shell(line.check, { region });
    const wanted = line.prints.replace('$region', region);
    return text.trim() === wanted
      ? []
      : [{ what: line.what, where: `${account.id}/${region}`, text: text.trim() }];
  });
  return tried.flat();
}

/** The service-linked roles of each account; it gives how many there are. */
export async function linkedRoles(accounts: readonly Account[]): Promise<number> {
  const made = await eachOf(accounts, 3, async (account) => {
    await printed(account, serviceLinkedRoleCommands.join('\n'));
    const paths = await printed(
      account,
      'aws iam list-roles --path-prefix /aws-service-role/ --query "Roles[].Path" --output text',
    );
    const missing = serviceLinkedRoles.filter(({ service }) => !paths.includes(`/${service}/`));
    if (missing.length > 0) throw new Error(`${account.id}: ${missing.map(({ role }) => role)}`);
    return serviceLinkedRoles.length;
  });
  return made.reduce((sum, one) => sum + one, 0);
}

/** The bucket of the state of each account and region; roots of one account and region share it. */
export const stateBuckets = (spots: readonly Spot[]): Promise<readonly string[]> =>
  eachOf(spots, 4, async ({ account, region }) => {
    const bucket = `bizflow-terraform-${region}-${account.id}`;
    const { code, text } = await account.shell(stateBucketCommands.join('\n'), { bucket, region });
    if (code !== 0 && !text.includes('BucketAlreadyOwnedByYou'))
      throw new Error(`${bucket}: ${text}`);
    return bucket;
  });
