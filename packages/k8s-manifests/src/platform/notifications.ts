import type { Cluster, Manifest } from '@bizflow/config';
import { notifications } from '@bizflow/config/alarms';
import { roleArn } from '@bizflow/config/names';
import { KubeServiceAccount } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { copiedSecrets, ownSecretStore } from '../secrets.ts';
import { described } from '../service/metadata.ts';
import { namespaced } from './metadata.ts';

const namespace = 'argo-rollouts';
const reader = 'notification-reader';

/** The name Argo Rollouts looks for (Argo Rollouts, "Notifications"). */
const secret = 'argo-rollouts-notification-secret';

/** The tokens of Slack and PagerDuty, read by an identity that may read nothing else. */
export const notificationSecrets = (cluster: Cluster): readonly Manifest[] => [
  described(
    namespaced(cluster, namespace, reader, {
      'eks.amazonaws.com/role-arn': roleArn(cluster, { name: reader }),
    }),
    KubeServiceAccount.manifest({ automountServiceAccountToken: false }),
  ),
  ownSecretStore(cluster, namespaced(cluster, namespace, reader), reader),
  copiedSecrets(
    cluster,
    namespaced(cluster, namespace, secret),
    { kind: 'SecretStore', name: reader },
    Object.entries(notifications.secrets),
  ),
];
