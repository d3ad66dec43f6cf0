import type { ControllerName } from '@bizflow/config/platform';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';

type Differences = NonNullable<IApplication['spec']['ignoreDifferences']>;

// Its chart draws the webhook's certificate at each rendering: unnamed here, every refresh of Argo CD
// would put another one into secret and webhook, and heal it for ever. It is no hook, so all of it stays
// as it came.
const mintedCertificate: Differences = [
  { group: '', kind: 'Secret', jsonPointers: ['/data'] },
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind) => ({
    group: 'admissionregistration.k8s.io',
    kind,
    jqPathExpressions: ['.webhooks[].clientConfig.caBundle'],
  })),
];

/** Fields of a controller's own objects that Argo CD leaves as they are once they are there. */
export const ownedFields: Partial<Readonly<Record<ControllerName, Differences>>> = {
  'aws-load-balancer-controller': mintedCertificate,
};
