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

const annotation = (name: string): string => `/metadata/annotations/${name.replace('/', '~1')}`;

/**
 * By these annotations Argo CD is told to look again, by its webhook at each push. The root holds the objects that carry
 * them; if not listed here, it would be out of sync until Argo CD has looked, and sync once more for nothing.
 */
export const refreshRequests: Differences = [
  {
    ...{ group: 'argoproj.io', kind: 'Application' },
    jsonPointers: [annotation('argocd.argoproj.io/refresh')],
  },
  {
    ...{ group: 'argoproj.io', kind: 'ApplicationSet' },
    jsonPointers: [annotation('argocd.argoproj.io/application-set-refresh')],
  },
];
