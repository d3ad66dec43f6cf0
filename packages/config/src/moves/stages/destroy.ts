import { repositories } from '../../delivery/index.ts';
import { deliveryRoot } from '../../order/root-paths.ts';
import { aws, terraform } from '../commands.ts';
import { bucketsOf, emptied, keysOf, linksOf } from '../emptied.ts';
import type { Stage } from '../stage.ts';

/** What remains of the old region is destroyed, with last snapshots. */
export const destroy: Stage = {
  title: 'Destroy',
  acts: ({ from, fleet }) => [
    {
      what: 'Turn deletion protection off; this destroys nothing yet.',
      commands: [terraform(from, 'apply')],
    },
    {
      what: 'Empty the buckets, with all versions and the logs of AWS: Terraform does not delete a bucket that has objects. For very many objects a lifecycle rule of one day is faster.',
      commands: bucketsOf(from).map((bucket) => emptied(from, bucket)),
    },
    {
      what: 'Wait until the recovery points have expired, or delete them where data protection has agreed: a vault that still has any cannot be deleted.',
      commands: [
        aws(
          from,
          `backup list-recovery-points-by-backup-vault --backup-vault-name ${from.name} --query "length(RecoveryPoints)"`,
        ),
      ],
    },
    {
      what: 'Keep the keys: the final snapshots are encrypted with them. Remove them from the state; they stay in the account until the snapshots are deleted.',
      commands: keysOf(from, fleet).map((key) =>
        terraform(from, `state rm module.security.aws_kms_key.${key}`),
      ),
    },
    {
      what: 'In the delivery account, delete the copies of images, and then their registry; the pipeline sends no more since this step was merged.',
      commands: [
        ...repositories(fleet).map((name) =>
          aws(from, `ecr delete-repository --force --repository-name ${name}`),
        ),
        `terraform -chdir=terraform/environments/${deliveryRoot(from.region.id)} destroy`,
      ],
    },
    {
      what: 'Read the plan, that of the link first, and apply it.',
      commands: [
        ...linksOf(from, fleet).map(
          (link) => `terraform -chdir=terraform/environments/${link} destroy`,
        ),
        terraform(from, 'plan -destroy -out=destroy.plan'),
        terraform(from, 'apply destroy.plan'),
      ],
    },
  ],
  waits: ({ from }) => [
    {
      id: 'snapshot-kept',
      what: 'The final snapshot of the database exists',
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
