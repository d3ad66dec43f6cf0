import { type Cluster, type Fleet, servicesIn } from '@bizflow/config';
import { foundationOrder, regionRoot } from '@bizflow/config/order';
import { clusterReady, databaseAvailable } from './conditions.ts';
import type { Condition } from './runbook.ts';
import { longCommand } from './shell.ts';
import { reachCluster, refreshSecret, restart } from './steps/pods.ts';
import { promotedEndpoint } from './steps/promote.ts';
import { renameDatabase } from './steps/restore-database.ts';
import { bare } from './with-commands.ts';

// A rehearsal plays the lines that begin with `aws` or `terraform` (decision 0087). What waits, or has
// to do with Git and pods, begins with another word.

/** The page that is there while a region is failed over. */
export const pageOf = ({ region }: Cluster): string => `docs/runbooks/${region.id}/failback.md`;

/** Keeps the page where no revert takes it away. */
export const keptPage = (lost: Cluster): string => `cp ${pageOf(lost)} /tmp/`;

/** What a former writer is called until its rows have been compared. */
export const aged = ({ region }: Cluster): string => `${region.database.identifier}-lost`;

/** Waits for a condition, as a script of a loss does. */
export const untilTrue = ({ test }: Condition): string =>
  `until ${test.replaceAll('\n', ' \\\n')}; do sleep 15; done`;

/** Gives an instance another name, waits until it has it, and takes it out of the state, which knows it by an id that stays. */
export const aside = (cluster: Cluster): readonly string[] => [
  bare(renameDatabase(cluster, cluster.region.database.identifier, aged(cluster))),
  untilTrue(databaseAvailable(cluster, aged(cluster))),
  terraform(regionRoot(cluster), 'state rm module.rds.aws_db_instance.this'),
];

/** A command of Terraform in a root. */
export const terraform = (root: string, words: string): string =>
  `terraform -chdir=terraform/environments/${root} ${words}`;

/** `terraform init` in each of the roots. */
export const initialised = (...roots: readonly string[]): string =>
  [
    'for root in',
    ...roots.map((root) => `  ${root}`),
    `; do ${terraform('"$root"', 'init -input=false')} || break; done`,
  ].join(' \\\n');

/** How far a replica is behind, minute by minute. */
export const lagOf = ({ region }: Cluster): string =>
  `date -u; ${longCommand('aws cloudwatch get-metric-data', {
    region: region.id,
    'start-time': { shell: '"$(( $(date +%s) - 900 ))"' },
    'end-time': { shell: '"$(date +%s)"' },
    'scan-by': 'TimestampAscending',
    'metric-data-queries': JSON.stringify([
      {
        Id: 'lag',
        MetricStat: {
          Metric: {
            Namespace: 'AWS/RDS',
            MetricName: 'ReplicaLag',
            Dimensions: [{ Name: 'DBInstanceIdentifier', Value: region.database.identifier }],
          },
          Period: 60,
          Stat: 'Maximum',
        },
      },
    ]),
    query: 'MetricDataResults[0].[Timestamps, Values]',
  })}`;

/** Takes the line of the failover back. */
export const revert = [
  'git log --oneline -1 packages/config/src/failover/failover.ts   # the commit',
  'git revert COMMIT && npm run render',
] as const;

const rendered = 'gitops install terraform/environments docs/runbooks facts clients';

/** Ends a revert that met conflicts; `git checkout --ours` would stop at a file that a release deleted. */
export const solved = [
  `git add ${rendered}`,
  `git restore --source=HEAD --staged --worktree ${rendered}`,
  'npm run render && git add --all && git revert --continue',
] as const;

/** Brings the secrets into both clusters, and restarts what reads them, as the script of a lost region does. */
export const podsOf = (lost: Cluster, standby: Cluster, fleet: Fleet): readonly string[] => {
  const both = [lost, standby];
  const each = (step: typeof restart) => {
    const all = both.flatMap((one) => servicesIn(one, fleet).map((service) => step(one, service)));
    return [
      ...all.flatMap(({ commands }) => commands.map(bare)),
      ...all.map(({ condition }) => untilTrue(condition)),
    ];
  };
  return [
    'incident=failback-$(date -u +%Y%m%d%H%M)',
    promotedEndpoint(lost),
    ...both.map(reached),
    ...each(refreshSecret),
    ...each(restart),
  ];
};

const reached = (cluster: Cluster): string =>
  [clusterReady(cluster).test, ...reachCluster(cluster).commands.map(bare)].join(' || \\\n  ');

/** The links with an end in the lost region: all of them, where it is the hub. */
export const linksOf = (lost: Cluster, standby: Cluster, fleet: Fleet): readonly string[] => {
  const { hub } = fleet.foundations[lost.environment.name];
  const ends = [lost.region.id, standby.region.id];
  return foundationOrder(fleet)
    .flatMap(({ roots }) => roots)
    .filter((root) => root.includes('/links/'))
    .filter((root) => lost.region.id === hub || ends.some((id) => root.split('/').at(-1) === id));
};
