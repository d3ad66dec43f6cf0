import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { E2eError } from '../../harness/e2e-error.ts';

type Texts = Readonly<Record<string, string>>;

interface Notifications {
  readonly notifiers: Texts;
  readonly templates: Texts;
  readonly triggers: Texts;
  readonly subscriptions?: unknown;
}

/** What a chart's values say about notifications, as they are rendered. */
function notificationsOf({ files }: ClusterFolder, controller: string): Notifications {
  const found = files.find(
    ({ body }) => body.kind === 'Application' && body.metadata.name === controller,
  );
  const spec = found?.body.spec as
    | { source: { helm: { valuesObject: { notifications?: Notifications } } } }
    | undefined;
  const values = spec?.source.helm.valuesObject.notifications;
  if (values === undefined) throw new E2eError(`${controller} has no settings of notifications`);
  return values;
}

/** Slack under another address, and a receiver of pages in the place of PagerDuty, which has no other one. */
const toReceiver = (notifiers: Texts, address: string): Texts =>
  Object.fromEntries(
    Object.entries(notifiers).map(([name, text]) =>
      name === 'service.slack'
        ? [name, `${text}apiURL: ${address}/\n`]
        : ['service.webhook.pagerdutyv2', `url: ${address}/page\n`],
    ),
  );

const namespaced = (kind: string, name: string, namespace: string, rest: object): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace },
  ...rest,
});

const token = { stringData: { 'slack-token': 'none', 'pagerduty-key': 'none' } };

/** The objects that the chart of Argo Rollouts and External Secrets make of the rendered values. */
export function releaseSettings(folder: ClusterFolder, address: string): readonly Manifest[] {
  const { notifiers, templates, triggers } = notificationsOf(folder, 'argo-rollouts');
  const data = { ...toReceiver(notifiers, address), ...templates, ...triggers };
  return [
    namespaced('ConfigMap', 'argo-rollouts-notification-configmap', 'argo-rollouts', { data }),
    namespaced('Secret', 'argo-rollouts-notification-secret', 'argo-rollouts', token),
  ];
}

/** Those of Argo CD. */
export function applicationSettings(folder: ClusterFolder, address: string): readonly Manifest[] {
  const values = notificationsOf(folder, 'argo-cd');
  const data = {
    ...toReceiver(values.notifiers, address),
    ...values.templates,
    ...values.triggers,
    subscriptions: JSON.stringify(values.subscriptions),
  };
  return [
    namespaced('ConfigMap', 'argocd-notifications-cm', 'argocd', { data }),
    namespaced('Secret', 'argocd-notifications-secret', 'argocd', token),
  ];
}
