import type { Cluster } from '@bizflow/config';
import { bucketName } from '@bizflow/config/names';
import { recoveryTiers, stepTimeouts } from '@bizflow/config/recovery';
import { awsAnswers, lost } from '../conditions.ts';
import type { Condition, Runbook, Step } from '../runbook.ts';
import { command, longCommand } from '../shell.ts';
import { notify } from '../steps/notify.ts';
import { applyRoot, talk } from '../steps/terraform.ts';

/** The region is available, but a bucket or its objects are lost. */
export const objectsLost = (cluster: Cluster, places: readonly Cluster[]): Runbook => {
  const copies = cluster.region.buckets.flatMap((bucket) => {
    const target = places.find(({ region }) => region.id === bucket.replicatesTo);
    return target === undefined
      ? []
      : [{ from: bucketName(target, bucket), to: bucketName(cluster, bucket), target }];
  });
  const names = cluster.region.buckets.map((bucket) => bucketName(cluster, bucket));
  const there = stands(cluster, names);
  return {
    cluster,
    loss: 'objects',
    title: `The objects of ${cluster.region.name} (${cluster.region.id}) are lost`,
    tier: recoveryTiers.objects,
    truth:
      copies.length > 0
        ? `${copies.map(({ target }) => target.region.id).join(', ')} has a copy of each object, usually minutes old. An object that was overwritten or deleted is still in its bucket as an older version: check there first.`
        : 'No copy across the border: a lost bucket cannot be recovered, RPO not met. An object that was overwritten or deleted is still in its bucket as an older version: check there first.',
    sees: awsAnswers(cluster),
    lost: lost(`objects_${cluster.region.id}`, there),
    functions: [talk],
    steps: [
      applyRoot(cluster, 'module.s3', there),
      ...copies.map((copy) => copyBack(cluster, copy)),
      notify(
        cluster,
        copies.length > 0
          ? `The objects of ${cluster.region.id} are back.`
          : `The buckets of ${cluster.region.id} exist again, but are empty.`,
      ),
    ],
    decisions: [
      'If an attacker deleted the objects: first remove the permissions of the role that was used, and keep the CloudTrail logs for the investigation.',
    ],
    failback: [],
  };
};

const stands = ({ region }: Cluster, names: readonly string[]): Condition => ({
  name: 'buckets_exist',
  test: names
    .map(
      (bucket) => `${command('aws s3api head-bucket', { region: region.id, bucket })} >/dev/null`,
    )
    .join(' &&\n  '),
});

const copyBack = (
  { region }: Cluster,
  { from, to, target }: { readonly from: string; readonly to: string; readonly target: Cluster },
): Step => ({
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
