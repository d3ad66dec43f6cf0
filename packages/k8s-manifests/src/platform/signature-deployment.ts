import { managedPool } from '@bizflow/config/compute';
import { platformAccounts, policyController } from '@bizflow/config/platform';
import { imageAdmission } from '@bizflow/config/release';
import { podPolicy } from '@bizflow/config/services';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { containerContext } from '../least-rights.ts';
import { webhookService } from './signature-webhook.ts';

const { name, image, digest, replicas, resources, port, userId } = policyController;
const { namespace, serviceAccount } = platformAccounts['policy-controller'];

type Labels = { [label: string]: string };

/** Its pods: on the managed nodes, apart from each other, with no right on their node. */
export const signatureDeployment = (scope: Construct, labels: Labels): void => {
  new k8s.KubeDeployment(scope, 'deployment', {
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: serviceAccount,
          terminationGracePeriodSeconds: policyController.shutdownSeconds,
          priorityClassName: 'system-cluster-critical',
          // No pod waits for a node that Karpenter has still to make.
          nodeSelector: { ...managedPool },
          topologySpreadConstraints: [
            {
              maxSkew: podPolicy.maxSkew,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: labels },
            },
          ],
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [container],
          volumes: [{ name: 'home', emptyDir: {} }],
        },
      },
    },
  });
};

const probe = (times: Partial<k8s.Probe>, path: string): k8s.Probe => ({
  ...times,
  // By this header the program knows that a kubelet asks (knative.dev/pkg, network/network.go).
  httpGet: {
    path,
    port: k8s.IntOrString.fromNumber(port),
    scheme: 'HTTPS',
    httpHeaders: [{ name: 'k-kubelet-probe', value: 'webhook' }],
  },
});

const scratch = k8s.Quantity.fromString(`${policyController.diskMi}Mi`);

const container: k8s.Container = {
  name: 'webhook',
  image: `${image}@${digest}`,
  args: [
    `-webhook-name=${imageAdmission.webhook}`,
    // Roots of trust for signatures without a key of ours, from a mirror on the Internet.
    '-disable-tuf=true',
  ],
  env: [
    { name: 'SYSTEM_NAMESPACE', value: namespace },
    { name: 'WEBHOOK_NAME', value: webhookService },
    { name: 'METRICS_DOMAIN', value: 'sigstore.dev/policy' },
    { name: 'HOME', value: '/home/nonroot' },
  ],
  ports: [{ name: 'https', containerPort: port }],
  readinessProbe: probe(policyController.readiness, '/readyz'),
  livenessProbe: probe(policyController.liveness, '/healthz'),
  resources: {
    requests: {
      cpu: k8s.Quantity.fromString(`${resources.cpuMillicores}m`),
      memory: k8s.Quantity.fromString(`${resources.memoryMi}Mi`),
      'ephemeral-storage': scratch,
    },
    limits: {
      memory: k8s.Quantity.fromString(`${resources.memoryMi}Mi`),
      'ephemeral-storage': scratch,
    },
  },
  securityContext: {
    ...containerContext,
    runAsUser: userId,
    runAsGroup: userId,
  },
  volumeMounts: [{ name: 'home', mountPath: '/home/nonroot' }],
};
