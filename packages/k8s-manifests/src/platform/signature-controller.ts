import { platformAccounts, policyController } from '@bizflow/config/platform';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { platformLabels } from '../labels.ts';
import { namespace } from '../namespace.ts';
import { actsAs } from '../service-account.ts';
import { clusterWide } from '../synth.ts';
import type { Context } from './component.ts';
import { signatureDefinitions } from './signature-definitions.ts';
import { signatureDeployment } from './signature-deployment.ts';
import { signatureRights } from './signature-rights.ts';
import { webhookService } from './signature-webhook.ts';

const { name, port } = policyController;
const account = platformAccounts['policy-controller'];
const labels = { 'app.kubernetes.io/name': name };

/** The controller that verifies signatures, and all that it needs to start. */
export const signatureController = (scope: Construct, { cluster }: Context): void => {
  const whole = clusterWide(scope);
  namespace(whole, account.namespace, platformLabels(cluster, 'restricted'));
  signatureDefinitions(whole);
  signatureRights(scope, whole);
  new k8s.KubeServiceAccount(scope, 'account', {
    metadata: { name: account.serviceAccount, annotations: actsAs(cluster, name) },
  });
  // The program writes its certificate into the one and its policies into the other: Git has them empty.
  new k8s.KubeSecret(scope, 'certificate', { metadata: { name: 'webhook-certs' } });
  for (const [config, data] of Object.entries(configs)) {
    new k8s.KubeConfigMap(scope, config, { metadata: { name: config }, ...(data && { data }) });
  }
  new k8s.KubeService(scope, 'service', {
    metadata: { name: webhookService },
    spec: {
      selector: labels,
      ports: [{ name: 'https', port: 443, targetPort: k8s.IntOrString.fromNumber(port) }],
    },
  });
  new k8s.KubePodDisruptionBudget(scope, 'budget', {
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      maxUnavailable: k8s.IntOrString.fromNumber(1),
    },
  });
  signatureDeployment(scope, labels);
};

const configs: Readonly<Record<string, { readonly [key: string]: string } | undefined>> = {
  'config-image-policies': undefined,
  // An image that no policy names.
  'config-policy-controller': { 'no-match-policy': 'deny' },
  'config-sigstore-keys': undefined,
};
