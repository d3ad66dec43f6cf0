import type { Cluster, Fleet } from '@bizflow/config';
import { regionRoot } from '@bizflow/config/order';
import {
  aged,
  aside,
  initialised,
  keptPage,
  lagOf,
  linksOf,
  pageOf,
  podsOf,
  revert,
  solved,
  terraform,
  untilTrue,
} from './failback-commands.ts';
import { section } from './markdown-parts.ts';
import { longCommand } from './shell.ts';
import { failOverRedis, promote } from './steps/promote.ts';
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
      ...failedBack(lost, standby, fleet),
    ),
  ].join('\n');

const copiedAgain = (lost: Cluster, standby: Cluster, fleet: Fleet): readonly string[] => [
  withCommands(
    'Download the providers of the roots that are applied here.',
    initialised(regionRoot(standby), regionRoot(lost), ...linksOf(lost, standby, fleet)),
  ),
  withCommands(
    `Apply the root of ${standby.region.id} again: what it copies to ${lost.region.id} could not be copied while that was lost.`,
    terraform(regionRoot(standby), 'apply'),
  ),
  withCommands(
    'Move the old writer aside, and take it out of the state: Terraform makes no replica of an instance that is there. If RDS no longer has it, only take it out of the state.',
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

const failedBack = (lost: Cluster, standby: Cluster, fleet: Fleet): readonly string[] => [
  withCommands(
    `Keep a copy of this page, and go on in the copy: the revert below takes ${pageOf(lost)} away.`,
    keptPage(lost),
  ),
  withCommands(
    `Move the writer aside, so that no row is written any more; its replica goes on.`,
    ...aside(standby),
  ),
  withCommands(
    `Wait until \`ReplicaLag\` of ${lost.region.database.identifier} is 0. It is measured once a minute; call this until the last value is newer than the rename, and 0. Without writes PostgreSQL may say up to five minutes before it says 0.`,
    lagOf(lost),
  ),
  withCommands(
    `${lost.region.id} takes the writes again. The last ${lost.region.redis.global === null ? 'line waits' : 'lines wait'} until it does.`,
    ...takenBack(lost),
  ),
  withCommands(
    `Revert the commit that swapped the roles, and merge it: GitHub applies the roots of both regions. That writes the addresses for both, ends the pin of DNS, and makes the replica in ${standby.region.id}. Commit what the render writes with it.`,
    ...revert,
  ),
  withCommands(
    'If Git says `CONFLICT`, which it does after a release since the failover: the sources win. Solve a conflict in `packages/` by hand. Never solve one in a rendered file: take the files as they were, and render.',
    ...solved,
  ),
  withCommands(
    'When GitHub has applied the roots of both regions: copy the secrets into both clusters, and then restart the pods.',
    ...podsOf(lost, standby, fleet),
  ),
  `Delete ${aged(lost)} and ${aged(standby)} when their newest rows have been compared.`,
];

const takenBack = (lost: Cluster): readonly string[] => {
  const steps = [
    promote(lost),
    ...(lost.region.redis.global === null ? [] : [failOverRedis(lost)]),
  ];
  return [
    ...steps.flatMap(({ commands }) => commands.map(bare)),
    ...steps.map(({ condition }) => untilTrue(condition)),
  ];
};
