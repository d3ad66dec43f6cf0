import { type PlatformIdentity, platformAccounts } from '@bizflow/config/platform';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';

const apiGroup = 'rbac.authorization.k8s.io';

/** The verbs of who watches. */
export const read = ['get', 'list', 'watch'];

/** A group of people or machines. */
export const groupOf = (name: string): k8s.Subject => ({ kind: 'Group', name, apiGroup });

/** The service account of a controller. */
export const accountOf = (identity: PlatformIdentity): k8s.Subject => {
  const { namespace, serviceAccount: name } = platformAccounts[identity];
  return { kind: 'ServiceAccount', name, namespace };
};

/** Rights in one namespace: a role, and who has it. */
export const grant = (
  scope: Construct,
  id: string,
  subject: k8s.Subject,
  metadata: { readonly name: string; readonly namespace?: string },
  rules: k8s.PolicyRule[],
): void => {
  const roleRef = { apiGroup, kind: 'Role', name: metadata.name };
  new k8s.KubeRole(scope, id, { metadata, rules });
  new k8s.KubeRoleBinding(scope, `${id}-binding`, { metadata, roleRef, subjects: [subject] });
};

/** The same in the whole cluster. */
export const grantEverywhere = (
  scope: Construct,
  id: string,
  subject: k8s.Subject,
  name: string,
  rules: k8s.PolicyRule[],
): void => {
  const roleRef = { apiGroup, kind: 'ClusterRole', name };
  new k8s.KubeClusterRole(scope, id, { metadata: { name }, rules });
  new k8s.KubeClusterRoleBinding(scope, `${id}-binding`, {
    metadata: { name },
    roleRef,
    subjects: [subject],
  });
};
