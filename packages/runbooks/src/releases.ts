import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { argoCdHost, argoCdUrl } from '@bizflow/config/names';
import { approvers, gradual, notifications, rolloutPolicy } from '@bizflow/config/release';
import { groups, signOn } from '@bizflow/config/sign-on';
import { wayIn, withoutSignOn } from './argo-cd-access.ts';
import { heads, section } from './markdown-parts.ts';

const messages: readonly string[] = [
  ...section(
    'Waits',
    'The new pods are up and have no traffic. Nothing is broken, and nothing happens until an approver decides.',
    'Check that all new pods are ready, and read their logs: Rollout, its newest ReplicaSet, a pod, "Logs".',
    'Read in the commit what is released, and check that the region before it in the order of promotion is healthy (`packages/config/src/release/promotion.ts`).',
    'An approver opens the menu of the Rollout and chooses **Resume**. The canary then goes through its steps by itself.',
    'To refuse, choose **Abort** and revert the commit.',
  ),
  ...section(
    'Aborted',
    'All traffic is back on the version before. Git still names the bad version, so the Application stays Degraded until that commit is reverted.',
    'Revert the commit of the release and merge it. A revert to one of the last ' +
      `${rolloutPolicy.rollbackRevisions} versions, aborted ones counted, waits for no approval (decision 0012).`,
    'Open the newest AnalysisRun below the Rollout: each of its measurements is `[failed, requests]` of the last ' +
      `${gradual.windowMinutes} minutes, so it also says how much evidence there was (decision 0013). A Rollout without a failed AnalysisRun made no progress in ${rolloutPolicy.progressDeadlineSeconds / 60} minutes: look at its pods.`,
    'When the cause was not the version, such as a database that was unavailable, an approver may choose **Retry** instead. It begins at the gate again.',
  ),
  ...section(
    'Inconclusive',
    'The analysis could not tell whether the version is sound: too few requests, or no metrics. The Rollout is paused at its share of traffic.',
    'Check whether the service gets requests and its metrics arrive: the dashboard of the region, then the pods of the collectors in `observability`.',
    'Metrics are missing: restore them first. Without them no one would see the version fail.',
    `Requests are few: in production fewer than ${gradual.minRequests} are not enough for a judgement, and \`[failed, requests]\` of the AnalysisRun shows how many there were. Read the logs of the new pods and decide. An approver chooses **Resume** to go on to the next step, or **Abort**.`,
  ),
  ...section(
    'Stuck',
    'The release neither waits for an approval nor ends: the Application is Progressing for longer than its steps take.',
    'Open the Rollout and its newest ReplicaSet. A pod that is Pending or not ready says why in its events.',
    'All pods are ready: the Rollout waits for the load balancer to use its weights. Look at the events of the Ingress of the service.',
    'The Rollout is Healthy and the Application is not: open "Sync status". A hook or another object is not done.',
    'An approval has no effect, or the log of Argo Rollouts repeats "the object has been modified": the controller works with an old copy (decision 0059). With access to the cluster: `kubectl rollout restart deployment argo-rollouts -n argo-rollouts`.',
    'An approver chooses **Abort**: traffic returns to the stable version at once, whatever the release waits for. Then revert the commit.',
  ),
];

/** What to do with a release that waits, was aborted, is inconclusive or stuck: a heading for each message. */
export const releasePage = (fleet: Fleet): string =>
  [
    '# Releases',
    '',
    `A message in \`${notifications.approvals}\` or \`${notifications.alerts}\` names environment, region, service and commit. Open the Argo CD of that region, then the Application \`service-<service>\`, then its Rollout.`,
    '',
    ...argoCds(clusters(fleet)),
    '',
    `Sign in with "${signOn.provider}". Members of \`${groups.approvers}\` may ${approvers.actions.join(', ')} and sync. Members of \`${groups.developers}\` can see the same, but change nothing. The person who asked for the release should not approve it.`,
    '',
    ...messages,
    ...wayIn(clusters(fleet)),
    ...withoutSignOn(clusters(fleet)),
  ].join('\n');

const argoCds = (all: readonly Cluster[]): readonly string[] => [
  ...heads('Environment', 'Region', 'Argo CD', 'A release waits for an approval'),
  ...all.map(
    (cluster) =>
      `| ${cluster.environment.name} | ${cluster.region.name} (${cluster.region.id}) | [${argoCdHost(cluster)}](${argoCdUrl(cluster)}) | ${cluster.environment.approval ? 'yes' : 'no'} |`,
  ),
];
