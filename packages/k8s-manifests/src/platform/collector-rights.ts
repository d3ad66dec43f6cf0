import type { Cluster, Manifest } from '@bizflow/config';
import { collectors } from '@bizflow/config/tracing';
import {
  KubeClusterRole,
  KubeClusterRoleBinding,
  KubeRole,
  KubeRoleBinding,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { clusterWide, namespaced } from './metadata.ts';

const { namespace } = collectors;
const read = ['get', 'list', 'watch'];
const subjects = [{ kind: 'ServiceAccount', name: 'otel-edge', namespace }];
const apiGroup = 'rbac.authorization.k8s.io';

const resolver = 'otel-edge-resolver';
const attributes = 'otel-edge-attributes';

/** What the edge may ask the API server; the samplers may ask nothing. */
export const collectorRights = (cluster: Cluster): readonly Manifest[] => [
  // It finds the samplers' addresses by watching their Service's endpoints.
  described(
    namespaced(cluster, namespace, resolver),
    KubeRole.manifest({
      rules: [{ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read }],
    }),
  ),
  described(
    namespaced(cluster, namespace, resolver),
    KubeRoleBinding.manifest({ roleRef: { apiGroup, kind: 'Role', name: resolver }, subjects }),
  ),
  // k8s_attributes knows a pod, and with it the version of a canary, by watching all of them.
  described(
    clusterWide(cluster, attributes),
    KubeClusterRole.manifest({
      rules: [{ apiGroups: [''], resources: ['pods', 'namespaces'], verbs: read }],
    }),
  ),
  described(
    clusterWide(cluster, attributes),
    KubeClusterRoleBinding.manifest({
      roleRef: { apiGroup, kind: 'ClusterRole', name: attributes },
      subjects,
    }),
  ),
];
