import { roleArn } from '@bizflow/config/names';
import { notifications } from '@bizflow/config/release';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { copiedSecrets, ownSecretStore } from '../secrets.ts';
import type { Context } from './component.ts';

const reader = 'notification-reader';

/** The name Argo Rollouts looks for (Argo Rollouts, "Notifications"). */
const secret = 'argo-rollouts-notification-secret';

/** The tokens of Slack and PagerDuty, read by an identity that may read nothing else. */
export const notificationSecrets = (scope: Construct, { cluster }: Context): void => {
  new k8s.KubeServiceAccount(scope, 'reader', {
    metadata: {
      name: reader,
      annotations: { 'eks.amazonaws.com/role-arn': roleArn(cluster, { name: reader }) },
    },
    automountServiceAccountToken: false,
  });
  ownSecretStore(scope, cluster, reader, reader);
  copiedSecrets(scope, cluster, {
    name: secret,
    store: { kind: 'SecretStore', name: reader },
    secrets: Object.entries(notifications.secrets),
  });
};
