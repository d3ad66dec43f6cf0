import type { Cluster, Manifest } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import type { DedicatedTenant } from '@bizflow/config/tenancy';
import {
  KubeNamespace,
  KubeNetworkPolicy,
  KubeResourceQuota,
  KubeServiceAccount,
  type NetworkPolicySpec,
  Quantity,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { placeLabels, podSecurity } from '../labels.ts';
import { secretStoreName } from '../secret-store.ts';
import { ownSecretStore } from '../secrets.ts';
import { described, type ObjectMeta } from '../service/metadata.ts';
import { confirmed, inWave } from '../waves.ts';

/** The namespace a dedicated tenant has for itself. */
export const tenantNamespace = ({ name }: DedicatedTenant): string => `tenant-${name}`;

/** A dedicated tenant's plane: namespace, quota, isolation, and a store of its own secrets only. */
export const tenantManifests = (cluster: Cluster, tenant: DedicatedTenant): readonly Manifest[] => [
  namespace(cluster, tenant),
  quota(cluster, tenant),
  policy(cluster, tenant, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  policy(cluster, tenant, 'tenant-isolation', isolation),
  reader(cluster, tenant),
  // Its role reaches this tenant's secrets and no others.
  ownSecretStore(cluster, metadata(cluster, tenant, secretStoreName), readerName),
];

const readerName = 'secret-reader';

const labels = (cluster: Cluster, { name }: DedicatedTenant): Record<string, string> => ({
  ...placeLabels(cluster),
  'bizflow.io/tenant': name,
});

const metadata = (
  cluster: Cluster,
  tenant: DedicatedTenant,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({
  annotations: { ...annotations, ...inWave('ground') },
  labels: labels(cluster, tenant),
  name,
  namespace: tenantNamespace(tenant),
});

const namespace = (cluster: Cluster, tenant: DedicatedTenant): Manifest => {
  return described(
    {
      annotations: {
        ...inWave('ground'),
        ...confirmed,
      },
      labels: {
        ...labels(cluster, tenant),
        'bizflow.io/plane': 'tenants',
        ...podSecurity(cluster, 'restricted', 'enforce'),
      },
      name: tenantNamespace(tenant),
    },
    KubeNamespace.manifest(),
  );
};

const quota = (cluster: Cluster, tenant: DedicatedTenant): Manifest =>
  described(
    metadata(cluster, tenant, 'tenant'),
    KubeResourceQuota.manifest({
      spec: {
        hard: {
          pods: Quantity.fromString(`${tenant.quota.pods}`),
          'requests.cpu': Quantity.fromString(`${tenant.quota.cpu}`),
          'requests.memory': Quantity.fromString(`${tenant.quota.memoryGi}Gi`),
        },
      },
    }),
  );

const policy = (
  cluster: Cluster,
  tenant: DedicatedTenant,
  name: string,
  spec: NetworkPolicySpec,
): Manifest => described(metadata(cluster, tenant, name), KubeNetworkPolicy.manifest({ spec }));

const platform = { namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'platform' } } };
const clusterDns = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

// Itself, the platform and DNS: no tenant's pod ever sees another tenant's.
const isolation: NetworkPolicySpec = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: {} }, platform] }],
  egress: [{ to: [{ podSelector: {} }, platform, clusterDns] }],
};

const reader = (cluster: Cluster, tenant: DedicatedTenant): Manifest =>
  described(
    metadata(cluster, tenant, readerName, {
      'eks.amazonaws.com/role-arn': roleArn(cluster, { name: tenantNamespace(tenant) }),
    }),
    KubeServiceAccount.manifest({ automountServiceAccountToken: false }),
  );
