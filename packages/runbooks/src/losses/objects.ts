import type { Cluster } from '@bizflow/config';
import { backupAge, replicationLatency } from '@bizflow/config/alarms';
import { bucketName, bucketNames } from '@bizflow/config/names';
import {
  backupDays,
  backupHours,
  backupInterval,
  recoveryTiers,
  stepTimeouts,
} from '@bizflow/config/recovery';
import { awsAnswers, lost } from '../conditions.ts';
import type { Condition, Runbook, Step } from '../runbook.ts';
import { answer, command, longCommand } from '../shell.ts';
import { together } from '../stages.ts';
import { notify } from '../steps/notify.ts';
import { restoreBucket, restoreFunctions } from '../steps/restore-bucket.ts';
import { applyRoot, talk } from '../steps/terraform.ts';

/** The region is available, but a bucket or its objects are lost. */
export const objectsLost = (cluster: Cluster, places: readonly Cluster[]): Runbook => {
  const copies = copiesOf(cluster, places);
  const names = bucketNames(cluster);
  const { id } = cluster.region;
  const sides = copies.map(({ target }) => target.region.id).join(', ');
  const every = backupInterval(backupHours.standard);
  return {
    cluster,
    loss: 'objects',
    title: `The objects of ${cluster.region.name} (${cluster.region.id}) are lost`,
    objective: {
      tier: recoveryTiers.objects,
      copy:
        copies.length > 0
          ? { by: `cross-region replication to ${sides}`, alarm: replicationLatency.name }
          : { by: `a backup every ${every} h, which stays in ${id}`, alarm: backupAge.name },
      instead: null,
    },
    truth: [
      copies.length > 0
        ? `${sides} has a copy of each object, usually minutes old.`
        : `No copy crosses the border. The vault ${cluster.name} in ${id} keeps the recovery points of ${backupDays.database(cluster.region)} days; what was written after the newest one is lost.`,
      'An object that was overwritten or deleted is still in its bucket as an older version: check there first.',
    ].join(' '),
    sees: awsAnswers(cluster),
    lost: lost(`objects_${id}`, holdsObjects(cluster, names)),
    functions: copies.length > 0 ? [talk] : [talk, ...restoreFunctions(cluster)],
    steps: [
      applyRoot(cluster, 'module.s3', stands(cluster, names)),
      ...(copies.length > 0
        ? copies.map((copy) => copyBack(cluster, copy))
        : together(...names.map((name) => restoreBucket(name)))),
      notify(
        cluster,
        `The objects of ${id} are back${copies.length > 0 ? '' : ', as of their newest recovery points'}.`,
      ),
    ],
    decisions: [
      'If an attacker deleted the objects: first remove the permissions of the role that was used, and keep the CloudTrail logs for the investigation.',
    ],
    failback: [],
  };
};

interface Copy {
  readonly from: string;
  readonly to: string;
  readonly target: Cluster;
}

const copiesOf = (cluster: Cluster, places: readonly Cluster[]): readonly Copy[] =>
  cluster.region.buckets.flatMap((bucket) => {
    const target = places.find(({ region }) => region.id === bucket.replicatesTo);
    return target === undefined
      ? []
      : [{ from: bucketName(target, bucket), to: bucketName(cluster, bucket), target }];
  });

const stands = ({ region }: Cluster, names: readonly string[]): Condition => ({
  name: 'buckets_exist',
  test: names
    .map(
      (bucket) => `${command('aws s3api head-bucket', { region: region.id, bucket })} >/dev/null`,
    )
    .join(' &&\n  '),
});

// A bucket that stands, and has nothing in it, is lost as well: as it is between two steps.
const holdsObjects = ({ region }: Cluster, names: readonly string[]): Condition => ({
  name: 'buckets_hold_objects',
  test: names
    .map(
      (bucket) =>
        `[ ${answer('aws s3api list-objects-v2', 'KeyCount', { region: region.id, bucket, 'max-keys': '1' })} = 1 ]`,
    )
    .join(' &&\n  '),
});

const copyBack = ({ region }: Cluster, { from, to, target }: Copy): Step => ({
  title: `Copy the objects back from ${target.region.id}`,
  why: 'Only objects that differ are copied, so an interrupted run can continue.',
  commands: [
    longCommand(`run aws s3 sync s3://${from} s3://${to}`, {
      'source-region': target.region.id,
      region: region.id,
      'no-progress': null,
    }),
  ],
  condition: {
    name: 'objects_are_back',
    test: `[ -z "$(${command(`aws s3 sync s3://${from} s3://${to}`, {
      'source-region': target.region.id,
      region: region.id,
      dryrun: null,
    })})" ]`,
  },
  timeoutSeconds: stepTimeouts.objectCopy,
});
