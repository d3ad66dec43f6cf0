import { platformAccounts } from '@bizflow/config/platform';
import { imageAdmission } from '@bizflow/config/release';
import type { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { accountOf, grant, grantEverywhere, read } from '../rights.ts';
import { clusterImagePolicies, group, trustRoots } from './signature-definitions.ts';
import { ownConfigurations } from './signature-webhook.ts';

const name = 'policy-controller';
const { namespace } = platformAccounts[name];

/**
 * What the controller asks the API server (sigstore/policy-controller v0.13.1). Of Secrets it reads those of its own
 * namespace: pods here pull without a secret of their own, so that none of another namespace is ever looked at.
 */
export const signatureRights = (scope: Construct, whole: Construct): void => {
  const controller = accountOf(name);
  grant(scope, 'role', controller, { name }, [
    { apiGroups: [''], resources: ['secrets'], verbs: [...read, 'update'] },
    { apiGroups: [''], resources: ['configmaps'], verbs: [...read, 'patch', 'update'] },
    {
      apiGroups: ['coordination.k8s.io'],
      resources: ['leases'],
      verbs: [...read, 'create', 'update'],
    },
  ]);
  grantEverywhere(whole, 'role', controller, name, everywhere);
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
