import type { Construct } from 'constructs';
import { accountOf, grant, grantEverywhere, read } from '../rights.ts';

const edge = accountOf('otel-edge');

/** What the edge may ask the API server in its own namespace; the samplers may ask nothing. */
export const collectorRights = (scope: Construct): void =>
  // It finds the samplers' addresses by watching their Service's endpoints.
  grant(scope, 'resolver', edge, { name: 'otel-edge-resolver' }, [
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
  ]);

/** What the edge may ask of the whole cluster. */
export const clusterWideCollectorRights = (scope: Construct): void =>
  // k8s_attributes knows a pod, and with it the version of a canary, by watching all of them.
  grantEverywhere(scope, 'attributes', edge, 'otel-edge-attributes', [
    { apiGroups: [''], resources: ['pods', 'namespaces'], verbs: read },
  ]);
