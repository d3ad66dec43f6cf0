import { bucketName } from '../../names/names.ts';
import { linkRoot } from '../../order/root-paths.ts';
import { aws, terraform } from '../commands.ts';
import type { Stage } from '../stage.ts';

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
