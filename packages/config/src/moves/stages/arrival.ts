import type { Cluster } from '../../clusters/clusters.ts';
import { loadBalancerHost } from '../../names/hosts.ts';
import { argoCd } from '../../platform/argo-cd.ts';
import { aws, bucketPairs, kubectl, rowsIn, rowsOut, terraform } from '../commands.ts';
import type { Act, Places, Stage, Wait } from '../stage.ts';

/** The new region stands: its roots are applied, and Argo CD has brought the platform into its cluster. */
export const standUp: Stage = {
  title: 'Stand up',
  acts: ({ to }) =>
    to === null
      ? []
      : [
          {
            what: 'Apply the roots in the order of docs/foundation.md, and copy what AWS assigns into assigned.ts.',
            commands: [terraform(to, 'init'), terraform(to, 'apply')],
          },
          {
            what: 'Install Argo CD, as docs/foundation.md says.',
            commands: [],
          },
        ],
  waits: ({ to }) =>
    to === null
      ? []
      : [
          {
            id: 'borders',
            what: 'Data protection has confirmed every border that the move crosses, and who is told',
            command: null,
            prints: 'the ticket of data protection',
            by: 'data-protection',
          },
          {
            id: 'roots-applied',
            what: `Terraform has nothing left to do in ${to.region.id}`,
            command: terraform(to, 'plan -detailed-exitcode'),
            prints: 'No changes, exit code 0',
            by: 'platform',
          },
          {
            id: 'platform-healthy',
            what: `Argo CD of ${to.region.id} has synced its platform`,
            command: kubectl(to, `--namespace ${argoCd.namespace} get applications.argoproj.io`),
            prints: 'Synced and Healthy in every line',
            by: 'platform',
          },
          {
            id: 'machines',
            what: 'The quota of virtual CPUs covers the nodes of the region that people leave',
            command: aws(
              to,
              'service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --query Quota.Value',
            ),
            prints: 'at least the value of the other region',
            by: 'platform',
          },
        ],
};

/** The data of the people comes to the new place, while the old one serves them. */
export const copy: Stage = {
  title: 'Copy',
  acts: (places) => (places.to === null ? [] : copying(places, places.to)),
  waits: (places) => (places.to === null ? [] : copied(places, places.to)),
};

const copying = ({ move, from, fleet }: Places, to: NonNullable<Places['to']>): readonly Act[] => {
  const pairs = bucketPairs(from, to);
  const [first] = pairs;
  switch (move.data.by) {
    case 'replica':
      return [
        {
          what: `Apply the root of ${to.region.id}: its database is made as a copy of ${from.region.id}'s.`,
          commands: [terraform(to, 'apply')],
        },
      ];
    case 'nothing':
      return [];
    case 'backup':
      return [
        {
          what: `Restore the newest recovery point of ${from.region.id} that lies in ${move.data.in} into ${to.region.id}, under another name, and read the rows of the people from there.`,
          commands: [
            `aws --region ${move.data.in} backup list-recovery-points-by-backup-vault --backup-vault-name bizflow-${from.environment.name}-${move.data.in}`,
            ...rowsIn(fleet.tenancy, first?.to ?? '', move.id),
          ],
        },
      ];
    case 'rows':
      return [
        {
          what: `In a shell in the VPC of ${from.region.id}, write the rows of the people into its bucket; tenants.txt has their tenants' ids, from the application's register.`,
          commands: rowsOut(fleet.tenancy, first?.from ?? '', move.id),
        },
        {
          what: 'Copy the objects from bucket to bucket; no third place sees them.',
          commands: synced(from, to),
        },
        {
          what: `In a shell in the VPC of ${to.region.id}, read the rows, and write down how long it took: the hold lasts as long.`,
          commands: rowsIn(fleet.tenancy, first?.to ?? '', move.id),
        },
      ];
  }
};

/** The commands that copy what is in the buckets of one end and not of the other. */
const synced = (from: Cluster, to: Cluster): readonly string[] =>
  bucketPairs(from, to).map(
    (pair) =>
      `aws s3 sync s3://${pair.from} s3://${pair.to} --source-region ${from.region.id} --region ${to.region.id}`,
  );

const copied = ({ move, from }: Places, to: NonNullable<Places['to']>): readonly Wait[] => {
  if (move.data.by === 'nothing')
    return [
      {
        id: 'empty-agreed',
        what: 'The owner of the service and data protection have agreed in writing that these people begin without their data, and get it when the old region answers',
        command: null,
        prints: 'the ticket of the owner',
        by: 'data-protection',
      },
    ];
  if (move.data.by === 'replica')
    return [
      {
        id: 'replica-follows',
        what: `The database of ${to.region.id} follows ${from.region.id}`,
        command: aws(
          to,
          `rds describe-db-instances --db-instance-identifier ${to.region.database.identifier} --query "DBInstances[0].StatusInfos[0].Status"`,
        ),
        prints: '"replicating"',
        by: 'platform',
      },
    ];
  return [
    {
      id: 'rows-copied',
      what: `The rows of the people were read into ${to.region.id} once, and how long it took is written down`,
      command: null,
      prints: 'the log of the commands above',
      by: 'platform',
    },
    {
      id: 'objects-copied',
      what: `The objects of ${from.region.id} are in ${to.region.id}`,
      command: synced(from, to)
        .map((words) => `${words} --dryrun`)
        .join(' && '),
      prints: 'nothing',
      by: 'platform',
    },
  ];
};

/** Services run at both ends; people are answered by the old one. */
export const dualRun: Stage = {
  title: 'Run in both',
  acts: () => [
    {
      what: 'Promote the running versions into the new region, and sign in there as a tenant of the tests.',
      commands: [],
    },
  ],
  waits: ({ to }) =>
    to === null
      ? []
      : [
          {
            id: 'answers',
            what: `${to.region.id} answers its health check`,
            command: `curl --fail --silent --show-error https://${loadBalancerHost(to)}${to.region.dns.healthCheck.path}`,
            prints: 'an answer without an error',
            by: 'platform',
          },
          {
            id: 'same-versions',
            what: 'The same versions run in both regions, and are healthy',
            command: kubectl(to, 'get rollouts.argoproj.io --all-namespaces'),
            prints: 'as many ready as desired, in the versions of images.lock.json',
            by: 'release-approvers',
          },
          {
            id: 'people-told',
            what: 'The people were told when they will see the page, and that they sign in again',
            command: null,
            prints: 'the ticket of support',
            by: 'release-approvers',
          },
        ],
};
