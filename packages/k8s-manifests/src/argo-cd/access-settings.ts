import type { Cluster } from '@bizflow/config';
import { argoCdUrl, groupInToken, issuer } from '@bizflow/config/names';
import { type GroupName, rights, signOn } from '@bizflow/config/sign-on';
import { accessSecrets } from './access-secrets.ts';

type Settings = Readonly<Record<string, string | boolean>>;

/** What argocd-cm says of who comes in, and how: by the issuer alone. */
export const signOnSettings = (cluster: Cluster): Settings => ({
  url: argoCdUrl(cluster),
  'oidc.config': [
    `name: ${signOn.provider}`,
    `issuer: ${issuer(cluster)}`,
    // In quotes: one that is all digits would be read as a number.
    `clientID: '${cluster.signOnClient}'`,
    // Argo CD reads a key of a Secret that is labelled as its own.
    `clientSecret: $${accessSecrets.client.name}:${accessSecrets.client.key}`,
    `requestedScopes: [${signOn.scopes.join(', ')}]`,
    'enablePKCEAuthentication: true',
    '',
  ].join('\n'),
  'admin.enabled': false,
  'users.anonymous.enabled': false,
  'exec.enabled': false,
  // A person syncs what the branch holds, and no other commit.
  'application.sync.requireOverridePrivilegeForRevisionSync': 'true',
});

const names = Object.keys(rights) as GroupName[];

/** Argo CD's RBAC: a role for each group, and nothing for anybody else. */
export const rbacSettings = (cluster: Cluster): Settings => ({
  'policy.default': '',
  'policy.csv': names
    .flatMap((group) => [
      ...rights[group].map(
        ({ resource, action, object }) =>
          `p, role:${group}, ${resource}, ${action}, ${object}, allow`,
      ),
      `g, ${groupInToken(cluster, group)}, role:${group}`,
      '',
    ])
    .join('\n'),
  scopes: `[${signOn.groupsClaim}]`,
});
