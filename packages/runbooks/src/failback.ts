import type { Cluster, Fleet } from '@bizflow/config';
import { foundationOrder, regionRoot } from '@bizflow/config/order';
import { section } from './markdown-parts.ts';
import { longCommand } from './shell.ts';
import { failOverRedis, promote } from './steps/promote.ts';
import { renameDatabase } from './steps/restore-database.ts';
import { bare, withCommands } from './with-commands.ts';

/** What people do when a lost region is back and its standby has taken over: until then the standby goes on as the writer. */
export const failbackPage = (lost: Cluster, standby: Cluster, fleet: Fleet): string =>
  [
    `# ${lost.region.name} (${lost.region.id}) comes back; ${standby.region.name} (${standby.region.id}) is the writer`,
    '',
    `GitHub applies no root with an end in ${lost.region.id} while this page is here: they are \`waiting\` in terraform/environments/order.json, and a person applies them.`,
    '',
    ...section(
      `A copy in ${lost.region.id} again`,
      `Begin when ${lost.region.id} has been stable for one day. Never start its old writer again: ${standby.region.id} has newer rows.`,
      ...copiedAgain(lost, standby, fleet),
    ),
    ...section(
      'Failback',
      `At a time of low traffic: from the first command until the last apply no row can be written. Merge nothing else meanwhile: GitHub would make an empty database in ${standby.region.id}.`,
      ...failedBack(lost, standby),
    ),
  ].join('\n');

const copiedAgain = (lost: Cluster, standby: Cluster, fleet: Fleet): readonly string[] => [
  withCommands(
    `Apply the root of ${standby.region.id} again: what it copies to ${lost.region.id} could not be copied while that was lost.`,
    terraform(regionRoot(standby), 'apply'),
  ),
  withCommands(
    'Move the old writer aside, and take it out of the state: Terraform makes no replica of an instance that is there.',
    ...aside(lost),
  ),
  withCommands(
    'Apply the roots that wait. The first one makes the replica.',
    ...[regionRoot(lost), ...linksOf(lost, standby, fleet)].map((root) => terraform(root, 'apply')),
  ),
  withCommands(
    `Compare row counts and the newest rows of ${aged(lost)} with ${standby.region.database.identifier}, and keep a snapshot of it.`,
    longCommand('aws rds create-db-snapshot', {
      region: lost.region.id,
      'db-instance-identifier': aged(lost),
      'db-snapshot-identifier': aged(lost),
    }),
  ),
];

const failedBack = (lost: Cluster, standby: Cluster): readonly string[] => [
  withCommands(
    `Move the writer aside, so that no row is written any more; its replica goes on. Then wait until \`ReplicaLag\` of ${lost.region.database.identifier} is 0.`,
    ...aside(standby),
  ),
  withCommands(
    `${lost.region.id} takes the writes again.`,
    ...promote(lost).commands.map(bare),
    ...(lost.region.redis.global === null ? [] : failOverRedis(lost).commands.map(bare)),
  ),
  withCommands(
    `Revert the commit that swapped the roles, and merge it: GitHub applies the roots of both regions. That writes the addresses for both, ends the pin of DNS, and makes the replica in ${standby.region.id}.`,
    'git log --oneline -1 packages/config/src/failover/failover.ts   # the commit',
    'git revert COMMIT && npm run render',
  ),
  'Copy the secrets into both clusters and restart the pods, as the page of the lost region does it.',
  `Delete ${aged(lost)} and ${aged(standby)} when their newest rows have been compared.`,
];

const aged = ({ region }: Cluster): string => `${region.database.identifier}-lost`;

// Terraform knows an instance by an id that stays when it is renamed.
const aside = (cluster: Cluster): readonly string[] => [
  bare(renameDatabase(cluster, cluster.region.database.identifier, aged(cluster))),
  terraform(regionRoot(cluster), 'state rm module.rds.aws_db_instance.this'),
];

const terraform = (root: string, words: string): string =>
  `terraform -chdir=terraform/environments/${root} ${words}`;

/** The links with an end in the lost region: all of them, where it is the hub. */
const linksOf = (lost: Cluster, standby: Cluster, fleet: Fleet): readonly string[] => {
  const { hub } = fleet.foundations[lost.environment.name];
  const ends = [lost.region.id, standby.region.id];
  return foundationOrder(fleet)
    .flatMap(({ roots }) => roots)
    .filter((root) => root.includes('/links/'))
    .filter((root) => lost.region.id === hub || ends.some((id) => root.split('/').at(-1) === id));
};
