import { platformAccounts } from '@bizflow/config/platform';
import { collectors } from '@bizflow/config/tracing';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';

const { namespace } = collectors;
const read = ['get', 'list', 'watch'];
const subjects = [
  { kind: 'ServiceAccount', name: platformAccounts['otel-edge'].serviceAccount, namespace },
];
const apiGroup = 'rbac.authorization.k8s.io';

const resolver = 'otel-edge-resolver';
const attributes = 'otel-edge-attributes';

/** What the edge may ask the API server in its own namespace; the samplers may ask nothing. */
export const collectorRights = (scope: Construct): void => {
  // It finds the samplers' addresses by watching their Service's endpoints.
  new k8s.KubeRole(scope, 'resolver', {
    metadata: { name: resolver },
    rules: [{ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read }],
  });
  new k8s.KubeRoleBinding(scope, 'resolver-binding', {
    metadata: { name: resolver },
    roleRef: { apiGroup, kind: 'Role', name: resolver },
    subjects,
  });
};

/** What the edge may ask of the whole cluster. */
export const clusterWideCollectorRights = (scope: Construct): void => {
  // k8s_attributes knows a pod, and with it the version of a canary, by watching all of them.
  new k8s.KubeClusterRole(scope, 'attributes', {
    metadata: { name: attributes },
    rules: [{ apiGroups: [''], resources: ['pods', 'namespaces'], verbs: read }],
  });
  new k8s.KubeClusterRoleBinding(scope, 'attributes-binding', {
    metadata: { name: attributes },
    roleRef: { apiGroup, kind: 'ClusterRole', name: attributes },
    subjects,
  });
};
