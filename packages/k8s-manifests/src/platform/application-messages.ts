import type { Cluster } from '@bizflow/config';
import { applicationLimits } from '@bizflow/config/platform';
import { notifications } from '@bizflow/config/release';
import { type Message, messageTemplate } from './message.ts';

const { failedTries, degradedMinutes, errorMinutes } = applicationLimits;
const { outOfSyncMinutes, progressingMinutes, suspendedMinutes } = applicationLimits;

const since = (time: string, minutes: number): string =>
  `time.Now().Sub(time.Parse(${time})).Minutes() >= ${minutes}`;

const healthIs = (status: string, minutes: number): string =>
  `app.status?.health?.status == '${status}' && app.status.health.lastTransitionTime != nil && ${since('app.status.health.lastTransitionTime', minutes)}`;

const last = 'app.status?.operationState';

const application = {
  subject: 'Application {{.app.metadata.name}}',
  commit: '{{with .app.status.sync}}{{.revision}}{{end}}',
};

const reason =
  '{{with .app.status.operationState}}{{.message}}{{end}}{{range .app.status.conditions}} {{.message}}{{end}}';

/** What Argo CD tells people of an Application, and when (expr's language). */
const messages: Readonly<Record<string, Message & { readonly when: string }>> = {
  'sync-failed': {
    ...application,
    what: `Argo CD cannot sync it. ${reason}`,
    first: 'read the sync result in Argo CD, and push a fix: the sync takes it at its next try.',
    page: 'applications#failed',
    // An operation that is tried again is Running all the time.
    when: `${last}?.phase in ['Error', 'Failed'] || (${last}?.phase == 'Running' && (${last}?.retryCount ?? 0) >= ${failedTries})`,
  },
  'application-error': {
    ...application,
    what: `Argo CD cannot compare it with Git. ${reason}`,
    first:
      'read the conditions of the Application: they name the file, the chart or the repository.',
    page: 'applications#error',
    when: `any(app.status?.conditions ?? [], #.type endsWith 'Error' && #.lastTransitionTime != nil && ${since('#.lastTransitionTime', errorMinutes)})`,
  },
  'application-degraded': {
    ...application,
    what: `it has been degraded for ${degradedMinutes} minutes.`,
    first: 'open it in Argo CD: the object with the broken heart says why.',
    page: 'applications#degraded',
    // The health of the root is that of the others, who speak for themselves.
    when: `app.metadata.name != 'root' && ${healthIs('Degraded', degradedMinutes)}`,
  },
  'out-of-sync': {
    ...application,
    what: `it is not what Git says, and nothing has synced it for ${outOfSyncMinutes} minutes.`,
    first:
      'see in Argo CD whether a freeze holds it back; otherwise sync it by hand and read the result.',
    page: 'applications#out-of-sync',
    // An automated sync begins before the difference is written down, so its operation is there by then.
    when: `app.status?.sync?.status == 'OutOfSync' && app.operation == nil && ${last}?.phase != 'Running' && ${since(`(${last}?.finishedAt ?? app.metadata.creationTimestamp)`, outOfSyncMinutes)}`,
  },
  'application-stuck': {
    ...application,
    what: `it has made no progress for ${progressingMinutes} minutes.`,
    first: 'open it in Argo CD: the object that is not healthy yet says what it waits for.',
    page: 'releases#stuck',
    when: `app.metadata.name != 'root' && ${healthIs('Progressing', progressingMinutes)}`,
  },
  'release-forgotten': {
    ...application,
    what: `a release has waited for a person for ${suspendedMinutes / 60} hours.`,
    first: 'resume or abort it: meanwhile no other release of the service gets through.',
    page: 'releases#waits',
    when: healthIs('Suspended', suspendedMinutes),
  },
};

const names = Object.keys(messages);

/** Everything goes to one channel: what users feel, alarms page for. */
const subscriptions = [
  {
    recipients: [`slack:${notifications.alerts}`],
    triggers: names.map((name) => `on-${name}`),
  },
];

/** Values of Argo CD's notifications controller: `$name` reads a key of argocd-notifications-secret. */
export const applicationMessages = (cluster: Cluster) => ({
  // External Secrets writes it.
  secret: { create: false },
  notifiers: { 'service.slack': 'token: $slack-token\n' },
  subscriptions,
  templates: Object.fromEntries(
    Object.entries(messages).map(([name, message]) => [
      `template.${name}`,
      messageTemplate(cluster, message),
    ]),
  ),
  triggers: Object.fromEntries(
    Object.entries(messages).map(([name, { when }]) => [
      `trigger.on-${name}`,
      `- when: ${JSON.stringify(when)}\n  send: [${name}]\n`,
    ]),
  ),
});
