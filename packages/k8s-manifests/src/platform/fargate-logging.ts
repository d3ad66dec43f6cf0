import type { Cluster, Manifest } from '@bizflow/config';
import { logGroup } from '@bizflow/config/names';
import { KubeConfigMap, KubeNamespace } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { confirmed } from '../waves.ts';
import { clusterWide } from './metadata.ts';

/** The one namespace EKS reads Fargate's log routing from (EKS user guide, "Fargate logging"). */
export const loggingNamespace = 'aws-observability';

/** Most characters that EKS accepts in the ConfigMap (EKS user guide, "Fargate logging"). */
export const loggingLimit = 5300;

/** Logs of Fargate pods, to the cluster's own log group: no agent can run beside them. */
export const fargateLogging = (cluster: Cluster): readonly Manifest[] => {
  const { labels, ...metadata } = clusterWide(cluster, loggingNamespace, confirmed);
  return [
    described(
      { ...metadata, labels: { ...labels, 'aws-observability': 'enabled' } },
      KubeNamespace.manifest(),
    ),
    described(
      { ...clusterWide(cluster, 'aws-logging'), namespace: loggingNamespace },
      KubeConfigMap.manifest({ data: routing(cluster) }),
    ),
  ];
};

const routing = (cluster: Cluster): Record<string, string> => ({
  flb_log_cw: 'false',
  'filters.conf': section('FILTER', {
    Name: 'kubernetes',
    Match: 'kube.*',
    Merge_Log: 'On',
    Keep_Log: 'Off',
    Buffer_Size: '0',
    Kube_Meta_Cache_TTL: '300s',
  }),
  'output.conf': section('OUTPUT', {
    Name: 'cloudwatch_logs',
    Match: 'kube.*',
    region: cluster.region.id,
    log_group_name: logGroup(cluster, 'fargate'),
    log_stream_prefix: 'fargate-',
    auto_create_group: 'false',
  }),
});

const section = (name: string, settings: Readonly<Record<string, string>>): string =>
  [`[${name}]`, ...Object.entries(settings).map(([key, value]) => `    ${key} ${value}`), ''].join(
    '\n',
  );
