import type { Cluster } from '@bizflow/config';
import { argoCd, platformAccounts, policyController } from '@bizflow/config/platform';
import { collectors } from '@bizflow/config/tracing';
import { secretStore } from '../secret-store.ts';
import { admission } from './admission.ts';
import { argoCdAccess } from './argo-cd-access.ts';
import type { Component } from './component.ts';
import { compute } from './compute.ts';
import { fargateLogging, loggingNamespace } from './fargate-logging.ts';
import { imageSignatures } from './image-signatures.ts';
import { isolation } from './isolation.ts';
import { loadBalancing } from './load-balancing.ts';
import { releaseNotifications, syncNotifications } from './notifications.ts';
import { pipelineRights } from './pipeline-rights.ts';
import { signatureController } from './signature-controller.ts';
import { telemetry } from './telemetry.ts';
import { webAcl } from './web-acl.ts';

/** Those of every cluster; services come after all of them. */
export const components: readonly Component[] = [
  { name: 'isolation', namespace: 'tigera-operator', after: ['calico'], fill: isolation },
  { name: 'admission', namespace: argoCd.namespace, after: ['argo-cd'], fill: admission },
  {
    name: policyController.name,
    namespace: platformAccounts['policy-controller'].namespace,
    after: ['calico'],
    fill: signatureController,
  },
  {
    name: 'image-signatures',
    namespace: platformAccounts['policy-controller'].namespace,
    after: [policyController.name],
    fill: imageSignatures,
  },
  {
    name: 'compute',
    namespace: 'karpenter',
    // No node comes before the guard that keeps pods from its credentials.
    after: ['karpenter', 'isolation'],
    fill: compute,
  },
  {
    name: 'fargate-logging',
    namespace: loggingNamespace,
    after: ['argo-cd'],
    fill: fargateLogging,
  },
  {
    name: 'secret-store',
    namespace: 'external-secrets',
    after: ['external-secrets'],
    fill: secretStore,
  },
  {
    name: 'notifications',
    namespace: platformAccounts['notification-reader'].namespace,
    after: ['external-secrets', 'argo-rollouts'],
    fill: releaseNotifications,
  },
  {
    name: 'sync-notifications',
    namespace: platformAccounts['sync-notification-reader'].namespace,
    after: ['external-secrets', 'argo-cd'],
    fill: syncNotifications,
  },
  { name: 'waf', namespace: 'ack-system', after: ['ack-wafv2'], fill: webAcl },
  {
    name: 'load-balancing',
    namespace: 'aws-load-balancer-controller',
    // A load balancer whose web ACL is not found is never made.
    after: ['aws-load-balancer-controller', 'waf'],
    fill: loadBalancing,
  },
  {
    name: 'argo-cd-access',
    namespace: argoCd.namespace,
    // Its name is published, its load balancer made and its secrets copied by these.
    after: ['external-secrets', 'external-dns', 'aws-load-balancer-controller'],
    fill: argoCdAccess,
  },
  {
    name: 'telemetry',
    namespace: collectors.namespace,
    // The collectors run on Karpenter's nodes.
    after: ['opentelemetry-operator', 'compute'],
    fill: telemetry,
  },
];

/** Rights in the namespaces that services bring themselves, so that it comes after them. */
export const pipelineAccess: Component = {
  name: 'pipeline-access',
  namespace: argoCd.namespace,
  after: ['services'],
  fill: pipelineRights,
};

/** The components of a cluster: the pipeline looks at none where a release waits for a person. */
export const componentsOf = ({ environment }: Cluster): readonly Component[] =>
  environment.approval ? components : [...components, pipelineAccess];
