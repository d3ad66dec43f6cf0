import { type Problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { ClusterObjects, Found } from './objects.ts';

/** The Secret that each controller reads `$name` from, in its own namespace. */
const secrets = {
  'argo-cd': 'argocd-notifications-secret',
  'argo-rollouts': 'argo-rollouts-notification-secret',
};

interface Values {
  readonly notifications?: { readonly notifiers?: Readonly<Record<string, string>> };
}

interface Copied {
  readonly spec: { readonly data?: readonly { readonly secretKey: string }[] };
}

/** Each `$name` of a message's service is a key of the Secret that its controller reads; no message is sent without. */
export const messagesHaveTokens = (objects: ClusterObjects): readonly Problem[] =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    objects
      .ofKind<IApplication>('Application')
      .filter((application) => application.name === name)
      .flatMap((application) => unread(application, secret, objects)),
  );

const unread = (
  { path, body: { spec } }: Found<IApplication>,
  secret: string,
  objects: ClusterObjects,
): readonly Problem[] => {
  const values = (spec.source?.helm?.valuesObject ?? {}) as Values;
  const copied = objects.named<Copied>('ExternalSecret', spec.destination.namespace ?? '', secret);
  const keys = (copied?.body.spec.data ?? []).map(({ secretKey }) => secretKey);
  return Object.entries(values.notifications?.notifiers ?? {}).flatMap(([service, text]) =>
    [...text.matchAll(/\$([\w-]+)/g)].flatMap(([, key = '']) =>
      unless(keys.includes(key), {
        code: 'MESSAGE_TOKEN',
        at: `${path}#/spec/source/helm/valuesObject/notifications/notifiers/${service}`,
        value: key,
        reason: `is not a key of the Secret ${secret} (${keys.join(', ') || 'it has none'}), so that no message is sent`,
        remedy: 'use the same key in notifications.ts and in the messages of that controller',
      }),
    ),
  );
};
