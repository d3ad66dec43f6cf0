import type { Cluster } from '@bizflow/config';
import type { Construct } from 'constructs';
import { defaultDeny, dns, networkPolicy, tcp, to, toPublic } from '../network-policy.ts';

/** The operator names a collector's pods after it (opentelemetry-operator, "naming"). */
const podsOf = (name: string) => ({
  matchLabels: { 'app.kubernetes.io/name': `${name}-collector` },
});

/** Workloads reach the edge, the edge the samplers, and both AWS; nothing else is open. */
export const collectorNetwork = (scope: Construct, cluster: Cluster): void => {
  defaultDeny(scope);
  networkPolicy(scope, 'allow-dns', { podSelector: {}, policyTypes: ['Egress'], egress: [dns] });
  networkPolicy(scope, 'allow-aws', {
    podSelector: {},
    policyTypes: ['Egress'],
    // The API server and interface endpoints are in the private subnets; X-Ray and Managed Prometheus
    // answer on public addresses.
    egress: [to(cluster.network.private, 443), toPublic],
  });
  networkPolicy(scope, 'allow-applications', {
    podSelector: podsOf('edge'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ namespaceSelector: applications }], ports: tcp(4317, 4318) }],
  });
  networkPolicy(scope, 'allow-sampling', {
    podSelector: podsOf('edge'),
    policyTypes: ['Egress'],
    egress: [{ to: [{ podSelector: podsOf('sampler') }], ports: tcp(4317) }],
  });
  networkPolicy(scope, 'allow-edge', {
    podSelector: podsOf('sampler'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: podsOf('edge') }], ports: tcp(4317) }],
  });
};

const applications = {
  matchExpressions: [{ key: 'bizflow.io/plane', operator: 'In', values: ['workloads', 'tenants'] }],
};
