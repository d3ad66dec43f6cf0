import { clustersOf, type Fleet } from '@bizflow/config';
import { delivery, registryRegions } from '@bizflow/config/delivery';
import { globalRegion } from '@bizflow/config/foundation';
import { neverByMachine } from '@bizflow/config/permissions';
import { callPart, filesOf, outputOf, type RootFile } from '../root-file.ts';
import { globalTags, rootSettings, stateBucket } from '../settings.ts';
import { type Account, accessFolder, gitHubEnvironments } from './account.ts';
import { accountActions } from './account-actions.ts';
import { passedRoleNames } from './passed-role-names.ts';
import { readSecrets } from './read-secrets.ts';

/** Every region in which the roots of an account act. */
const regionsOf = ({ name, environment }: Account, fleet: Fleet): readonly string[] =>
  name === 'delivery'
    ? registryRegions(fleet)
    : [globalRegion, ...clustersOf(environment, fleet).map(({ region }) => region.id)];

/** Where the root's state is. */
export const accessRegion = ({ name }: Pick<Account, 'name'>): string =>
  name === 'delivery' ? delivery.region : globalRegion;

/** A person applies it, first of all roots: without it no workflow may do anything, and none may change it. */
export const accessRoot = (account: Account, fleet: Fleet): readonly RootFile[] => {
  const folder = accessFolder(account);
  const id = fleet.assigned.accounts[account.name].value;
  const regions = regionsOf(account, fleet);
  const home = { account: id, region: accessRegion(account), key: `${account.name}/access` };
  return filesOf(folder, [
    ...rootSettings(home, globalTags(account.name, 'access')),
    callPart(folder, {
      module: 'github-access',
      inputs: {
        name: `bizflow-${account.name}`,
        repository: fleet.repository.replace(/^https:\/\/[^/]+\//, '').replace(/\.git$/, ''),
        branch: account.environment.branch,
        environments: gitHubEnvironments(account),
        regions,
        state_buckets: regions.map((one) => stateBucket({ account: id, region: one })),
        ...accountActions(account.name),
        secrets: readSecrets(account, fleet),
        passed_roles: passedRoleNames(account),
        never: neverByMachine,
      },
      beside: {
        output: {
          github_role_arns: {
            description: "What GitHub's workflows assume.",
            value: outputOf('github-access', 'role_arns'),
          },
        },
      },
    }),
  ]);
};
