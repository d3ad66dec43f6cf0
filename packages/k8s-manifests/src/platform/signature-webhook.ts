import type { Cluster } from '@bizflow/config';
import { platformAccounts } from '@bizflow/config/platform';
import { exemptionLabel, imageAdmission } from '@bizflow/config/release';
import type { Construct } from 'constructs';
import type { IMutatingWebhookConfiguration } from 'kubernetes-models/admissionregistration.k8s.io/v1/MutatingWebhookConfiguration';
import type { IValidatingWebhookConfiguration } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration';
import { admittedNamespaces } from '../admitted.ts';
import { customResource } from '../synth.ts';

const { webhook: name, whenAway, timeoutSeconds } = imageAdmission;
const { namespace } = platformAccounts['policy-controller'];

/** The Service by which the API server finds the webhook; the program makes a certificate for this name. */
export const webhookService = 'webhook';

/**
 * By which the controller would be asked about its own policies. It looks for them by these names of its own, and they
 * ask nothing: the types here and `npm run schemas` hold what a policy says.
 */
export const ownConfigurations = [
  'defaulting.clusterimagepolicy.sigstore.dev',
  'validating.clusterimagepolicy.sigstore.dev',
] as const;

/**
 * Asks policy-controller about pods of workloads. The controller fills in what it decides itself: rules, path and
 * certificate, so that Git leaves them out.
 */
export const signatureWebhook = (scope: Construct, cluster: Cluster): void => {
  customResource<IValidatingWebhookConfiguration>(scope, 'validating', {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name },
    webhooks: [
      {
        name,
        clientConfig: { service: { namespace, name: webhookService } },
        failurePolicy: whenAway[cluster.environment.name] === 'refuse' ? 'Fail' : 'Ignore',
        // In the order in which the controller writes them: another one would be a difference to Argo CD.
        namespaceSelector: {
          matchExpressions: [
            { key: exemptionLabel(), operator: 'DoesNotExist' },
            admittedNamespaces(),
          ],
        },
        matchConditions: [{ name: 'new-images', expression: newImages }],
        timeoutSeconds,
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      },
    ],
  });
  // The controller would write digests behind tags, and be asked about each status of a pod for it. It looks for a
  // configuration of this name: one without webhooks leaves it nothing to do.
  const [defaulting, validating] = ownConfigurations;
  for (const idle of [name, defaulting]) {
    customResource<IMutatingWebhookConfiguration>(scope, `mutating-${idle}`, {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: idle },
    });
  }
  customResource<IValidatingWebhookConfiguration>(scope, 'validating-policies', {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: validating },
  });
};

const images = (pod: string): string =>
  ['containers', 'initContainers', 'ephemeralContainers']
    .map((field) => `${pod}.spec.?${field}.orValue([]).map(c, c.image)`)
    .join(' + ');

// The controller's rules also name ReplicaSets, Jobs and updates: scaling, labels and finalizers do not wait for it.
const newImages = `request.resource.resource == 'pods' && (request.operation == 'CREATE' || ${images('object')} != ${images('oldObject')})`;
