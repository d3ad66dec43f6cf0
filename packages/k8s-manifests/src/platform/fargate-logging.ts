import type { Cluster } from '@bizflow/config';
import { fargateLogs } from '@bizflow/config/compute';
import { logGroup } from '@bizflow/config/names';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { namespace } from '../namespace.ts';
import { clusterWide } from '../synth.ts';
import type { Context } from './component.ts';

/** The one namespace EKS reads Fargate's log routing from (EKS user guide, "Fargate logging"). */
export const loggingNamespace = 'aws-observability';

/** Most characters that EKS accepts in the ConfigMap (EKS user guide, "Fargate logging"). */
export const loggingLimit = 5300;

/** Logs of Fargate pods, to the cluster's own log group: no agent can run beside them. */
export const fargateLogging = (scope: Construct, { cluster }: Context): void => {
  namespace(clusterWide(scope), loggingNamespace, { 'aws-observability': 'enabled' });
  new k8s.KubeConfigMap(scope, 'routing', {
    metadata: { name: 'aws-logging' },
    data: routing(cluster),
  });
};

const routing = (cluster: Cluster): Record<string, string> => ({
  flb_log_cw: 'false',
  'filters.conf': section('FILTER', {
    Name: 'kubernetes',
    Match: 'kube.*',
    Merge_Log: 'On',
    Keep_Log: 'Off',
    Buffer_Size: '0',
    Kube_Meta_Cache_TTL: `${fargateLogs.metadataCacheSeconds}s`,
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
