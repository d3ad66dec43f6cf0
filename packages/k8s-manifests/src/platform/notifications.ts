import type { Cluster } from '@bizflow/config';
import { type PlatformIdentity, platformAccounts } from '@bizflow/config/platform';
import { applicationTokens, releaseTokens } from '@bizflow/config/release';
import type { Construct } from 'constructs';
import { copiedSecrets, ownSecretStore } from '../secrets.ts';
import { serviceAccount } from '../service-account.ts';
import type { Context } from './component.ts';

/** The tokens of Slack and PagerDuty, for what Argo Rollouts tells people (Argo Rollouts, "Notifications"). */
export const releaseNotifications = (scope: Construct, { cluster }: Context): void =>
  tokens(scope, cluster, {
    reader: 'notification-reader',
    secret: 'argo-rollouts-notification-secret',
    tokens: releaseTokens(cluster.environment),
  });

/** The token of Slack, for what Argo CD tells people (Argo CD, "Notifications"). */
export const syncNotifications = (scope: Construct, { cluster }: Context): void =>
  tokens(scope, cluster, {
    reader: 'sync-notification-reader',
    secret: 'argocd-notifications-secret',
    tokens: applicationTokens,
  });

interface Tokens {
  /** An identity that may read nothing else. */
  readonly reader: PlatformIdentity;
  readonly secret: string;
  readonly tokens: Readonly<Record<string, string>>;
}

const tokens = (scope: Construct, cluster: Cluster, { reader, secret, tokens }: Tokens): void => {
  const name = platformAccounts[reader].serviceAccount;
  serviceAccount(scope, 'reader', cluster, { name, role: reader });
  ownSecretStore(scope, cluster, name, name);
  copiedSecrets(scope, cluster, {
    name: secret,
    store: { kind: 'SecretStore', name },
    secrets: Object.entries(tokens),
  });
};
