import { platformAccounts } from '@bizflow/config/platform';
import { imageAdmission } from '@bizflow/config/release';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { clusterImagePolicies, group, trustRoots } from './signature-definitions.ts';
import { ownConfigurations } from './signature-webhook.ts';

const { namespace, serviceAccount } = platformAccounts['policy-controller'];
const name = 'policy-controller';
const apiGroup = 'rbac.authorization.k8s.io';
const subjects = [{ kind: 'ServiceAccount', name: serviceAccount, namespace }];
const read = ['get', 'list', 'watch'];

/**
 * What the controller asks the API server (sigstore/policy-controller v0.13.1). Of Secrets it reads those of its own
 * namespace: pods here pull without a secret of their own, so that none of another namespace is ever looked at.
 */
export const signatureRights = (scope: Construct, whole: Construct): void => {
  const metadata = { name };
  new k8s.KubeRole(scope, 'role', {
    metadata,
    rules: [
      { apiGroups: [''], resources: ['secrets'], verbs: [...read, 'update'] },
      { apiGroups: [''], resources: ['configmaps'], verbs: [...read, 'patch', 'update'] },
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        verbs: [...read, 'create', 'update'],
      },
    ],
  });
  new k8s.KubeRoleBinding(scope, 'role-binding', {
    metadata,
    roleRef: { apiGroup, kind: 'Role', name },
    subjects,
  });
  new k8s.KubeClusterRole(whole, 'role', { metadata, rules: everywhere });
  new k8s.KubeClusterRoleBinding(whole, 'role-binding', {
    metadata,
    roleRef: { apiGroup, kind: 'ClusterRole', name },
    subjects,
  });
};

const policies = [clusterImagePolicies, trustRoots];
const configurations = {
  apiGroups: ['admissionregistration.k8s.io'],
  resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
};
const definitions = {
  apiGroups: ['apiextensions.k8s.io'],
  resources: ['customresourcedefinitions'],
};

const everywhere: k8s.PolicyRule[] = [
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
  // Which secrets the account of a pod pulls with: none here.
  { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['get'] },
  // It makes itself the owner of its webhooks by its namespace.
  { apiGroups: [''], resources: ['namespaces'], resourceNames: [namespace], verbs: ['get'] },
  {
    apiGroups: [''],
    resources: ['namespaces/finalizers'],
    resourceNames: [namespace],
    verbs: ['update'],
  },
  { ...configurations, verbs: ['list', 'watch'] },
  {
    ...configurations,
    resourceNames: [imageAdmission.webhook, ...ownConfigurations],
    verbs: ['get', 'update'],
  },
  { ...definitions, verbs: ['list', 'watch'] },
  {
    ...definitions,
    resourceNames: [`${clusterImagePolicies}.${group}`],
    verbs: ['get', 'update'],
  },
  {
    apiGroups: [group],
    resources: policies.flatMap((one) => [one, `${one}/status`]),
    verbs: [...read, 'patch', 'update'],
  },
];
