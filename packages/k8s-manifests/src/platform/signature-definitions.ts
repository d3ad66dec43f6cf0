import { platformAccounts } from '@bizflow/config/platform';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { confirmPrune } from '../waves.ts';
import { webhookService } from './signature-webhook.ts';

/** The group of the controller's own kinds. */
export const group = 'policy.sigstore.dev';

/** The kinds that it watches, by their names in the API. */
export const clusterImagePolicies = 'clusterimagepolicies';
export const trustRoots = 'trustroots';

/**
 * One version of each kind, the one that is stored, so that no reader ever needs the conversion webhook. With the
 * second version of upstream's definition an Argo CD that starts while the webhook is away reads nothing of its cluster
 * (gitops-engine v3.6.1, pkg/cache/cluster.go:1246). What a policy may say is held by its type here, and by
 * `npm run schemas` against upstream's definition.
 */
export const signatureDefinitions = (scope: Construct): void => {
  definition(scope, clusterImagePolicies, 'ClusterImagePolicy', {
    // The controller puts its certificate here, and nothing is ever converted.
    strategy: 'Webhook',
    webhook: {
      conversionReviewVersions: ['v1'],
      clientConfig: {
        service: {
          namespace: platformAccounts['policy-controller'].namespace,
          name: webhookService,
        },
      },
    },
  });
  definition(scope, trustRoots, 'TrustRoot', { strategy: 'None' });
};

const definition = (
  scope: Construct,
  plural: string,
  kind: string,
  conversion: k8s.CustomResourceConversion,
): void => {
  new k8s.KubeCustomResourceDefinition(scope, plural, {
    metadata: { name: `${plural}.${group}`, annotations: confirmPrune },
    spec: {
      group,
      scope: 'Cluster',
      names: { kind, plural, singular: kind.toLowerCase() },
      conversion,
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openApiv3Schema: {
              type: 'object',
              properties: { spec: anything, status: anything },
            },
          },
        },
      ],
    },
  });
};

const anything = { type: 'object', xKubernetesPreserveUnknownFields: true };
