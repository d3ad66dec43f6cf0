import { freeze } from '@bizflow/kernel';
import type { Cluster } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { PlatformIdentity } from '../platform/identities.ts';
import { ackWafv2 } from './ack-wafv2.ts';
import { awsNode, cloudwatchAgent, controlPlane, fargateLogging } from './add-ons.ts';
import { applicationOf } from './applications.ts';
import { argoRollouts } from './argo-rollouts.ts';
import type { CallTable } from './call.ts';
import { otelEdge, otelSampler } from './collectors.ts';
import { externalDns } from './external-dns.ts';
import {
  argoCdReader,
  externalSecrets,
  notificationReader,
  syncNotificationReader,
  tenantReader,
} from './external-secrets.ts';
import { karpenter } from './karpenter.ts';
import {
  loadBalancerController,
  shieldedLoadBalancerController,
} from './load-balancer-controller.ts';
import { policyController } from './policy-controller.ts';

/** What each controller and role of the platform asks of AWS, by its name. */
export const platformCalls = freeze({
  'ack-wafv2': ackWafv2,
  'argo-cd-reader': argoCdReader,
  'argo-rollouts': argoRollouts,
  'aws-load-balancer-controller': loadBalancerController,
  'aws-node': awsNode,
  'cloudwatch-agent': cloudwatchAgent,
  'external-dns': externalDns,
  'external-secrets': externalSecrets,
  karpenter,
  'notification-reader': notificationReader,
  'otel-edge': otelEdge,
  'otel-sampler': otelSampler,
  'policy-controller': policyController,
  'sync-notification-reader': syncNotificationReader,
  // Roles that EKS itself takes.
  cluster: controlPlane,
  fargate: fargateLogging,
} as const satisfies Record<PlatformIdentity | 'cluster' | 'fargate', CallTable>);

/** What each role of a cluster is for, by the last part of the role's name. */
export const callTables = (
  { services, tenants }: Pick<Fleet, 'services' | 'tenants'>,
  { shieldAdvanced }: Pick<Cluster, 'shieldAdvanced'>,
): Readonly<Record<string, CallTable>> => ({
  ...platformCalls,
  ...(shieldAdvanced ? { 'aws-load-balancer-controller': shieldedLoadBalancerController } : {}),
  ...Object.fromEntries(services.map((service) => [service.name, applicationOf(service)])),
  ...Object.fromEntries(tenants.map(({ name }) => [`tenant-${name}`, tenantReader])),
});
