import type { Cluster, Fleet } from '@bizflow/config';
import { regionsWithoutMacie } from '@bizflow/config/recovery';
import { bucketArns } from '../arns.ts';
import { type ModuleCall, outputOf } from '../root-file.ts';

/** The document's "Detection & Response": what happens in a place is recorded there, and heard of. */
export const detection = (cluster: Cluster, fleet: Fleet): ModuleCall => ({
  module: 'detection',
  inputs: {
    name: cluster.name,
    finding_topic_arn: outputOf('observability', 'topic_arns["warning"]'),
    // Where AWS emits events of global services: the global root's own call records them.
    records_global_events: false,
    macie: !regionsWithoutMacie.includes(cluster.region.id),
    data_event_bucket_arns: bucketArns(cluster),
    log_retention_days: fleet.foundations[cluster.environment.name].logRetentionDays,
  },
});
