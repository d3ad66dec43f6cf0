import type { Fleet } from '@bizflow/config';
import { gitHubRole } from './access/account.ts';
import { environmentsFolder } from './folders.ts';
import type { RootFile } from './root-file.ts';
import type { Root } from './roots.ts';
import { stateBucket } from './settings.ts';
import { stages } from './stages.ts';

/** What GitHub's workflows read: which roots there are, in which order, and whose role applies each. */
export const rootOrder = (roots: readonly Root[], fleet: Fleet): RootFile => ({
  path: `${environmentsFolder}/order.json`,
  body: {
    stages: Object.fromEntries(
      stages.map((stage) => [
        stage,
        roots.filter((root) => root.stage === stage).map((root) => entry(root, fleet)),
      ]),
    ),
  },
});

const entry = ({ folder, environment, account, region }: Root, { assigned }: Fleet) => {
  const id = assigned.accounts[account].value;
  return {
    root: folder,
    account,
    id,
    branch: environment.branch,
    region,
    bucket: stateBucket({ account: id, region }),
    role: `arn:aws:iam::${id}:role/${gitHubRole({ name: account })}`,
  };
};
