import { deliveryRoot } from '../../order/root-paths.ts';
import { aws, terraform } from '../commands.ts';
import { bucketsOf, emptied, keysOf, linksOf, repositoriesOf } from '../emptied.ts';
import type { Stage } from '../stage.ts';

/** What remains of the old region is destroyed, with last snapshots. */
export const destroy: Stage = {
  title: 'Destroy',
  acts: ({ from, fleet }) => [
    {
      what: 'Take the deletion protection off; this destroys nothing yet.',
      commands: [terraform(from, 'apply')],
    },
    {
      what: 'Empty the buckets, versions too, and what AWS has logged: Terraform does not delete what still has objects. Of very many objects a lifecycle rule of a day is faster.',
      commands: bucketsOf(from).map((bucket) => emptied(from, bucket)),
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
      commands: keysOf(from, fleet).map((key) =>
        terraform(from, `state rm module.security.aws_kms_key.${key}`),
      ),
    },
    {
      what: 'In the delivery account, delete the copies of images, and then their registry; the pipeline sends no more since this step was merged.',
      commands: [
        ...repositoriesOf(fleet).map((name) =>
          aws(from, `ecr delete-repository --force --repository-name ${name}`),
        ),
        `terraform -chdir=terraform/environments/${deliveryRoot(from.region.id)} destroy`,
      ],
    },
    {
      what: 'Read the plan, link first, and carry it out.',
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
