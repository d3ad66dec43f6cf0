import type { Cluster } from '@bizflow/config';
import { notifications, pagesOnCall } from '@bizflow/config/release';
import { servicesFolder } from '../folders.ts';
import { type Message, messageTemplate, pageLink, placeOf, webAddress } from './message.ts';

const service = '{{.rollout.metadata.name}}';

/** The digest that is released: the same in every region, and in `images.lock.json`. */
const image = '{{(index .rollout.spec.template.spec.containers 0).image}}';

// A rendered file cannot name the commit that it comes with; its history can.
const commit = (cluster: Cluster): string =>
  `the newest of ${webAddress(cluster)}/commits/${cluster.environment.branch}/${servicesFolder(cluster)}/${service}/rollout-${service}.yaml (${image})`;

// Argo Rollouts sends the event of a pause with the status of the moment before, which has no pause yet; its step
// tells the gate, a pause without a duration, from a hold. The trigger has no condition: for one, the controller
// would write its own annotation, and a Rollout that others write meanwhile was seen to hang (docs/decisions/0055).
const step = '(index .rollout.spec.strategy.canary.steps (int .rollout.status.currentStepIndex))';
const atGate = `{{if and (hasKey ${step} "pause") (not ${step}.pause)}}`;

const messages = (cluster: Cluster) =>
  ({
    'release-waits': {
      subject: service,
      what: `${atGate}the release waits for an approval.{{else}}the release was approved, and is under way.{{end}}`,
      commit: commit(cluster),
      first: `${atGate}see in Argo CD that the new pods are ready and their logs sound, then resume or abort.{{else}}none. The analysis of the canary watches it.{{end}}`,
      page: 'releases#waits',
    },
    'release-aborted': {
      subject: service,
      what: 'the release was aborted. All traffic is back on the version before it.',
      commit: commit(cluster),
      first:
        'read the newest AnalysisRun of the Rollout, then revert the commit: Git still names it.',
      page: 'releases#aborted',
    },
    'release-inconclusive': {
      subject: service,
      what: 'the release is paused, because the analysis cannot tell whether it is sound.',
      commit: commit(cluster),
      first: 'see whether the service gets requests and its metrics arrive, then resume or abort.',
      page: 'releases#inconclusive',
    },
  }) as const satisfies Readonly<Record<string, Message>>;

/** The gate's message is posted; later pauses only edit it, which calls no one. */
const edited = (cluster: Cluster): string =>
  [
    'slack:',
    `  groupingKey: "${cluster.name} ${service} {{.rollout.status.currentPodHash}}"`,
    '  deliveryPolicy: Update',
    '',
  ].join('\n');

// One incident for all messages about one version, however often the controller repeats itself.
const page = (cluster: Cluster): string =>
  [
    'pagerdutyv2:',
    `  summary: "${service} in ${placeOf(cluster)}: the release was aborted"`,
    '  severity: critical',
    `  source: ${cluster.name}`,
    `  component: "${service}"`,
    `  url: ${pageLink(cluster, messages(cluster)['release-aborted'].page)}`,
    `  dedupKey: "${cluster.name} ${service} {{.rollout.status.currentPodHash}}"`,
    '',
  ].join('\n');

/** What Argo Rollouts tells people: `$name` reads a key of argo-rollouts-notification-secret. */
export const releaseMessages = (cluster: Cluster) => {
  const pages = pagesOnCall(cluster.environment);
  const told = messages(cluster);
  return {
    notifiers: {
      'service.slack': 'token: $slack-token\n',
      ...(pages && {
        'service.pagerdutyv2': `serviceKeys:\n  ${notifications.pagerDutyService}: $pagerduty-key\n`,
      }),
    },
    templates: {
      'template.release-waits': messageTemplate(cluster, told['release-waits']) + edited(cluster),
      'template.release-aborted':
        messageTemplate(cluster, told['release-aborted']) + (pages ? page(cluster) : ''),
      'template.release-inconclusive': messageTemplate(cluster, told['release-inconclusive']),
    },
    triggers: {
      'trigger.on-rollout-paused': '- send: [release-waits]\n',
      'trigger.on-rollout-aborted': '- send: [release-aborted]\n',
      'trigger.on-analysis-run-inconclusive': '- send: [release-inconclusive]\n',
    },
  };
};

const subscribe = 'notifications.argoproj.io/subscribe';

/** Whom a Rollout tells: approvers where they decide, on-call of an aborted release where users wait. */
export const releaseSubscriptions = ({ environment }: Cluster): Record<string, string> => ({
  ...(environment.approval && {
    [`${subscribe}.on-rollout-paused.slack`]: notifications.approvals,
  }),
  [`${subscribe}.on-analysis-run-inconclusive.slack`]: notifications.approvals,
  [`${subscribe}.on-rollout-aborted.slack`]: notifications.alerts,
  ...(pagesOnCall(environment) && {
    [`${subscribe}.on-rollout-aborted.pagerdutyv2`]: notifications.pagerDutyService,
  }),
});
