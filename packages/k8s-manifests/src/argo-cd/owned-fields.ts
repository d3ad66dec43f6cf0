import type { ControllerName } from '@bizflow/config/platform';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';

type Differences = NonNullable<IApplication['spec']['ignoreDifferences']>;

// Its chart generates the certificate of the webhook at each rendering: if not listed here, every refresh
// of Argo CD would write another one into the Secret and the webhook, and self-heal for ever. It is not a
// hook, so the first certificate stays.
const generatedCertificate: Differences = [
  // The core group is not written: Argo CD writes the list back without an empty group, and the root would heal it.
  { kind: 'Secret', jsonPointers: ['/data'] },
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind) => ({
    group: 'admissionregistration.k8s.io',
    kind,
    jqPathExpressions: ['.webhooks[].clientConfig.caBundle'],
  })),
];

/** Fields of a controller's own objects that Argo CD leaves as they are once they are there. */
export const ownedFields: Partial<Readonly<Record<ControllerName, Differences>>> = {
  'aws-load-balancer-controller': generatedCertificate,
};
