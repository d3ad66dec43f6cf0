import type { Manifest } from '@bizflow/config';
import { sample, storage } from './storage-samples.ts';

const labels = { app: 'sample' };
const template = {
  metadata: { labels },
  spec: { containers: [{ name: 'one', image: 'example.com/one:1' }] },
};
const claim = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
  storageClassName: 'sample',
  volumeMode: 'Filesystem',
};

/** A Job of the other kind: its pods have numbers, and none of Kubernetes' controllers runs it. */
const indexed: Manifest = {
  ...sample('batch/v1', 'Job', {
    spec: {
      ...{ completions: 2, parallelism: 1, completionMode: 'Indexed', backoffLimitPerIndex: 1 },
      ...{ maxFailedIndexes: 1, managedBy: 'example.com/none', podReplacementPolicy: 'Failed' },
      successPolicy: { rules: [{ succeededCount: 1 }] },
      template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } },
    },
  }),
  metadata: { name: 'indexed', namespace: 'default' },
};

/** Objects of kinds that `plan` knows frozen fields of, and that no cluster has in that form today. */
export const samples: readonly Manifest[] = [
  sample('apps/v1', 'Deployment', { spec: { selector: { matchLabels: labels }, template } }),
  sample('apps/v1', 'ReplicaSet', { spec: { selector: { matchLabels: labels }, template } }),
  sample('apps/v1', 'DaemonSet', { spec: { selector: { matchLabels: labels }, template } }),
  sample('apps/v1', 'StatefulSet', {
    spec: {
      ...{ serviceName: 'sample', selector: { matchLabels: labels }, template },
      ...{ replicas: 1, podManagementPolicy: 'OrderedReady', minReadySeconds: 5 },
      ...{ revisionHistoryLimit: 3, updateStrategy: { type: 'RollingUpdate' } },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claim }],
    },
  }),
  sample('batch/v1', 'Job', {
    spec: {
      ...{ completions: 2, parallelism: 1, completionMode: 'NonIndexed', backoffLimit: 3 },
      // Nothing runs its pods: it must not end, and be cleared away, before it is asked about.
      ...{ activeDeadlineSeconds: 86_400, ttlSecondsAfterFinished: 86_400 },
      podFailurePolicy: {
        rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1, 2] } }],
      },
      template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } },
    },
  }),
  sample('v1', 'Service', {
    spec: { clusterIP: '10.0.0.77', type: 'ClusterIP', selector: labels, ports: [{ port: 80 }] },
  }),
  sample('v1', 'Secret', { type: 'Opaque', stringData: { word: 'open' } }),
  sample('v1', 'ConfigMap', { immutable: true, data: { word: 'open' } }),
  sample('v1', 'PersistentVolumeClaim', { spec: claim }),
  sample('v1', 'ResourceQuota', { spec: { hard: { pods: '2' }, scopes: ['NotTerminating'] } }),
  indexed,
  sample('discovery.k8s.io/v1', 'EndpointSlice', {
    ...{ addressType: 'IPv4', ports: [{ name: 'http', port: 80, protocol: 'TCP' }] },
    // An address is of one type: without one, the type alone is asked about.
    endpoints: [],
  }),
  {
    ...sample('v1', 'Service', {
      spec: {
        ...{ type: 'LoadBalancer', loadBalancerClass: 'example.com/one', selector: labels },
        ports: [{ port: 80 }],
      },
    }),
    metadata: { name: 'balanced', namespace: 'default' },
  },
  ...storage,
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'samples.example.com' },
    spec: {
      ...{ group: 'example.com', scope: 'Namespaced' },
      names: { plural: 'samples', singular: 'sample', kind: 'Sample', listKind: 'SampleList' },
      versions: [
        {
          ...{ name: 'v1', served: true, storage: true },
          schema: { openAPIV3Schema: { type: 'object', description: 'A sample.' } },
        },
      ],
    },
  },
];
