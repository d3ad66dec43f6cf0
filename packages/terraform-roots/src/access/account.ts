import type { Environment, Fleet } from '@bizflow/config';
import type { AccountName } from '@bizflow/config/assigned';
import { accessRoot, releasesTo } from '@bizflow/config/order';
import { folderOf } from '../folders.ts';

/** An account with the environment in whose folder its roots lie, and whose branch is applied to it. */
export interface Account {
  readonly name: AccountName;
  readonly environment: Environment;
}

/** The folder of the root that says what GitHub's workflows may do in an account. */
export const accessFolder = ({ name }: Pick<Account, 'name'>): string => folderOf(accessRoot(name));

/** The GitHub environments of an account: one lets a pull request be planned, the other lets plans be applied. */
export const gitHubEnvironments = ({ name }: Pick<Account, 'name'>) => ({
  plan: `${name}-plan`,
  apply: name,
});

/** What the names of GitHub's roles in an account begin with; `-plan`, `-propose` or `-apply` follows. */
export const gitHubRole = ({ name }: Pick<Account, 'name'>): string => `bizflow-${name}-github`;

/** Every account of the fleet. */
export const accounts = (fleet: Fleet): readonly Account[] => [
  ...fleet.environments.map((environment) => ({ name: environment.name, environment })),
  { name: 'delivery', environment: releasesTo },
];
