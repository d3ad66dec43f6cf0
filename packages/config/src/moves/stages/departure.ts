import { endsItsRegion } from '@bizflow/region-catalog/moves';
import { bucketName } from '../../names/names.ts';
import { linkRoot } from '../../order/root-paths.ts';
import { argoCd } from '../../platform/argo-cd.ts';
import { aws, kubectl, rowsErased, terraform } from '../commands.ts';
import type { Places, Stage } from '../stage.ts';

/** The old region answers no people any more: its services go, or the rows of those who left. */
export const drain: Stage = {
  title: 'Drain',
  acts: (places) => (endsItsRegion(places.move) ? emptied(places) : erased(places)),
  waits: ({ move, from }) => [
    {
      id: 'kept-elsewhere',
      what: 'Data protection has confirmed that nothing of these people need stay in the old region, and for how long its last snapshots are kept',
      command: null,
      prints: 'the ticket of data protection',
      by: 'data-protection',
    },
    ...(endsItsRegion(move)
      ? [
          {
            id: 'no-load-balancers',
            what: `No load balancer is left in ${from.region.id}: what controllers made outlives them, and Terraform does not know it`,
            command: aws(from, 'elbv2 describe-load-balancers --query "length(LoadBalancers)"'),
            prints: '0',
            by: 'platform' as const,
          },
        ]
      : [
          {
            id: 'rows-erased',
            what: `No row and no object of the people is left in ${from.region.id}`,
            command: null,
            prints: 'the log of the commands above',
            by: 'data-protection' as const,
          },
        ]),
  ],
};

// A folder that disappears deletes nothing (docs/decisions/0002), so a person does.
const emptied = ({ from }: Places) => [
  {
    what: 'Delete the Applications of services and tenants with all that they brought, and wait until their load balancers are gone.',
    commands: [
      kubectl(
        from,
        `--namespace ${argoCd.namespace} delete applicationsets.argoproj.io services tenants`,
      ),
      kubectl(
        from,
        `--namespace ${argoCd.namespace} get applications.argoproj.io --output name | grep -E '/(service|tenant)-' | while read -r one; do ${kubectl(from, `--namespace ${argoCd.namespace} patch "$one" --type merge --patch '{"metadata":{"finalizers":["resources-finalizer.argocd.argoproj.io"]}}'`)} && ${kubectl(from, `--namespace ${argoCd.namespace} delete "$one"`)}; done`,
      ),
    ],
  },
  {
    what: 'Remove the nodes that Karpenter made.',
    commands: [kubectl(from, 'delete nodepools.karpenter.sh --all')],
  },
];

const erased = ({ from, fleet }: Places) => [
  {
    what: 'Erase the rows of the tenants in tenants.txt, in a shell in the VPC of the region, and their objects.',
    commands: rowsErased(fleet.tenancy, 'FROM_URL'),
  },
  {
    what: 'Its backups keep them until they end by themselves; data protection says whether that is soon enough.',
    commands: [
      aws(from, `backup list-recovery-points-by-backup-vault --backup-vault-name ${from.name}`),
    ],
  },
];

/** What remains of the old region is destroyed, with last snapshots. */
export const destroy: Stage = {
  title: 'Destroy',
  acts: ({ from }) => [
    {
      what: 'Take the deletion protection off; this destroys nothing yet.',
      commands: [terraform(from, 'apply')],
    },
    {
      what: 'Empty the buckets, versions too: Terraform does not delete what still has objects.',
      commands: from.region.buckets.map((bucket) =>
        aws(from, `s3 rm s3://${bucketName(from, bucket)} --recursive`),
      ),
    },
    {
      what: 'Wait until the recovery points have ended, or delete them where data protection has agreed: a vault that has any is not deleted.',
      commands: [
        aws(
          from,
          `backup list-recovery-points-by-backup-vault --backup-vault-name ${from.name} --query "length(RecoveryPoints)"`,
        ),
      ],
    },
    {
      what: 'Keep the keys: the last snapshots are encrypted by them. They leave the state, and stay in the account until the snapshots go.',
      commands: ['regional', 'primary'].map((kind) =>
        terraform(from, `state rm module.security.aws_kms_key.${kind}`),
      ),
    },
    {
      what: 'Read the plan, link first, and carry it out.',
      commands: [
        `terraform -chdir=terraform/environments/${linkRoot(from.environment, from.region.id)} destroy`,
        terraform(from, 'plan -destroy -out=destroy.plan'),
        terraform(from, 'apply destroy.plan'),
      ],
    },
  ],
  waits: ({ from }) => [
    {
      id: 'snapshot-kept',
      what: 'The last snapshot of the database is there',
      command: aws(
        from,
        `rds describe-db-snapshots --db-snapshot-identifier ${from.region.database.identifier}-final --query "DBSnapshots[0].Status"`,
      ),
      prints: '"available"; nothing where the database was a replica',
      by: 'platform',
    },
    {
      id: 'state-empty',
      what: `The state of ${from.region.id} is empty`,
      command: terraform(from, 'state list'),
      prints: 'nothing',
      by: 'platform',
    },
  ],
};

/** The fact sheets say what is, and the move is history. */
export const forget: Stage = { title: 'Forget', acts: () => [], waits: () => [] };
