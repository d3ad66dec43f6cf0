import type { Cluster } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import type { DedicatedTenant } from '@bizflow/config/tenancy';
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { placeLabels, podSecurity } from '../labels.ts';
import { secretStoreName } from '../secret-store.ts';
import { ownSecretStore } from '../secrets.ts';
import { networkPolicy } from '../service/network-policies.ts';
import { clusterWide, type OrderedChart } from '../synth.ts';
import { confirmPrune } from '../waves.ts';

/** The namespace a dedicated tenant has for itself. */
const tenantNamespace = ({ name }: DedicatedTenant): string => `tenant-${name}`;

/**
 * A dedicated tenant: namespace, quota, isolation, and a store for only its own secrets.
 * Nothing in it waits for the health of anything else.
 */
export const tenantChart = (
  scope: Construct,
  cluster: Cluster,
  tenant: DedicatedTenant,
): OrderedChart => {
  const chart = new Chart(scope, tenant.name, {
    namespace: tenantNamespace(tenant),
    labels: { ...placeLabels(cluster), 'bizflow.io/tenant': tenant.name },
  });
  namespace(chart, cluster, tenant);
  quota(chart, tenant);
  networkPolicy(chart, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  networkPolicy(chart, 'tenant-isolation', isolation);
  reader(chart, cluster, tenant);
  // Its role reaches this tenant's secrets and no others.
  ownSecretStore(chart, cluster, secretStoreName, readerName);
  return { chart };
};

const readerName = 'secret-reader';

const namespace = (scope: Construct, cluster: Cluster, tenant: DedicatedTenant): void => {
  new k8s.KubeNamespace(clusterWide(scope), 'namespace', {
    metadata: {
      name: tenantNamespace(tenant),
      labels: {
        'bizflow.io/plane': 'tenants',
        ...podSecurity(cluster, 'restricted', 'enforce'),
      },
      annotations: confirmPrune,
    },
  });
};

const quota = (scope: Construct, { quota: { pods, cpu, memoryGi } }: DedicatedTenant): void => {
  new k8s.KubeResourceQuota(scope, 'quota', {
    metadata: { name: 'tenant' },
    spec: {
      hard: {
        pods: k8s.Quantity.fromString(`${pods}`),
        'requests.cpu': k8s.Quantity.fromString(`${cpu}`),
        'requests.memory': k8s.Quantity.fromString(`${memoryGi}Gi`),
      },
    },
  });
};

const platform = { namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'platform' } } };
const clusterDns = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

// Itself, the platform and DNS: no tenant's pod ever sees another tenant's.
const isolation: k8s.NetworkPolicySpec = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: {} }, platform] }],
  egress: [{ to: [{ podSelector: {} }, platform, clusterDns] }],
};

const reader = (scope: Construct, cluster: Cluster, tenant: DedicatedTenant): void => {
  new k8s.KubeServiceAccount(scope, 'service-account', {
    metadata: {
      name: readerName,
      annotations: {
        'eks.amazonaws.com/role-arn': roleArn(cluster, { name: tenantNamespace(tenant) }),
      },
    },
    automountServiceAccountToken: false,
  });
};
