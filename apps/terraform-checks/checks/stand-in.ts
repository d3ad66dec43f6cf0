import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMotoIn } from '@bizflow/testing/moto';
import { type Account, managementAccount, newAccounts, printed } from '../src/order/accounts.ts';
import { type Sources, sources } from '../src/order/sources.ts';
import type { Known } from '../src/rehearsal/deviations.ts';
import { additions } from '../src/rehearsal/moto.ts';

/** What moto is known to do otherwise than AWS, and why. */
export const known: readonly Known[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'rehearsal.json'), 'utf8'),
);

/** Empty accounts of a new organization, and a copy of the repository that knows their ids. */
export interface Organization {
  readonly endpoint: string;
  readonly management: Account;
  readonly accounts: readonly Account[];
  readonly facts: Sources;
  /** Where Terraform runs. */
  readonly folder: string;
}

/** Plays something in new accounts of moto, which has AWS's own policies and what else it lacks. */
export async function inOrganization<Result>(
  python: string,
  play: (organization: Organization) => Promise<Result>,
): Promise<Result> {
  const settings = { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' };
  const { endpoint, stop } = await startMotoIn({ python, settings, first: additions() });
  const facts = sources();
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-rehearsal-'));
  try {
    const management = managementAccount(endpoint);
    await printed(management, 'aws organizations create-organization --feature-set ALL');
    const accounts = await newAccounts(management, facts);
    return await play({ endpoint, management, accounts, facts, folder });
  } finally {
    facts.dispose();
    rmSync(folder, { recursive: true, force: true });
    await stop();
  }
}
