import type { Cluster } from '@bizflow/config';
import type { DedicatedTenant } from '@bizflow/config/tenancy';
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { placeLabels, podSecurity } from '../labels.ts';
import { namespace } from '../namespace.ts';
import { defaultDeny, nameServer, networkPolicy } from '../network-policy.ts';
import { secretStoreName } from '../secret-store.ts';
import { ownSecretStore } from '../secrets.ts';
import { serviceAccount } from '../service-account.ts';
import { clusterWide, type OrderedChart } from '../synth.ts';

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
  namespace(clusterWide(chart), tenantNamespace(tenant), {
    'bizflow.io/plane': 'tenants',
    ...podSecurity(cluster, 'restricted', 'enforce'),
  });
  quota(chart, tenant);
  defaultDeny(chart);
  networkPolicy(chart, 'tenant-isolation', isolation);
  const reader = { name: readerName, role: tenantNamespace(tenant) };
  serviceAccount(chart, 'service-account', cluster, reader);
  // Its role reaches this tenant's secrets and no others.
  ownSecretStore(chart, cluster, secretStoreName, readerName);
  return { chart };
};

const readerName = 'secret-reader';

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

// Itself, the platform and DNS: no tenant's pod ever sees another tenant's.
const isolation: k8s.NetworkPolicySpec = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: {} }, platform] }],
  egress: [{ to: [{ podSelector: {} }, platform, nameServer] }],
};
