import type { Cluster } from '@bizflow/config';
import { stepTimeouts } from '@bizflow/config/recovery';
import { named } from '../conditions.ts';
import type { Step } from '../runbook.ts';

/** The objects of a bucket come back from its newest recovery point, into the bucket of the same name. */
export const restoreBucket = (bucket: string): Step => ({
  title: `Restore ${bucket} from its newest recovery point`,
  why: 'AWS Backup does not overwrite an object that already exists, so this step can be repeated.',
  commands: [`run restore_bucket ${bucket}`],
  condition: {
    name: named('restored', bucket),
    test: `[ "$(restore_status ${bucket})" = COMPLETED ]`,
  },
  timeoutSeconds: stepTimeouts.objectRestore,
});

/** The shell functions that {@link restoreBucket} uses: AWS names a job by an id, which the log keeps. */
export const restoreFunctions = ({ name, account, region }: Cluster): readonly string[] => [
  `# Bucket: what has become of its newest restore job in this incident; nothing where there is none.
restore_status() {
  job=$(sed -n "s/.*restore job of $1: //p" "$log" | tail -n 1)
  [ -z "$job" ] ||
    aws backup describe-restore-job --region ${region.id} --restore-job-id "$job" --query Status --output text
}`,
  `# Bucket: begins to restore it, unless a job of this incident is under way.
restore_bucket() {
  case $(restore_status "$1") in PENDING | RUNNING) return ;; esac
  point=$(aws backup list-recovery-points-by-resource --region ${region.id} \\
    --resource-arn "arn:aws:s3:::$1" --output text \\
    --query "sort_by(RecoveryPoints[?Status=='COMPLETED' || Status=='AVAILABLE'], &CreationDate)[-1].RecoveryPointArn") || return 1
  [ "$point" != None ] || { echo "no recovery point of $1 is complete" >&2; return 1; }
  job=$(aws backup start-restore-job --region ${region.id} \\
    --recovery-point-arn "$point" \\
    --iam-role-arn arn:aws:iam::${account}:role/${name}-backup \\
    --resource-type S3 \\
    --metadata "DestinationBucketName=$1,NewBucket=false,EncryptionType=original" \\
    --query RestoreJobId --output text) || return 1
  echo "restore job of $1: $job"
}`,
];
