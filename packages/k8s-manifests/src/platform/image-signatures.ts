import { type Cluster, imageRepository, servicesIn } from '@bizflow/config';
import { publicKeyPem } from '@bizflow/config/delivery';
import { imageAdmission } from '@bizflow/config/release';
import { tenancy } from '@bizflow/config/tenancy';
import type { Construct } from 'constructs';
import { admittedRegistries } from '../admitted.ts';
import { clusterWide, customResource } from '../synth.ts';
import type { Context } from './component.ts';
import { signatureWebhook } from './signature-webhook.ts';

/** A key whose signature suffices, or nothing to verify. */
type Authority = { readonly name: string } & (
  | { readonly key: { readonly data: string; readonly hashAlgorithm: 'sha256' } }
  | { readonly static: { readonly action: 'pass' } }
);

/** What the policies of Sigstore's controller say here (sigstore/policy-controller v0.13.1). */
interface ClusterImagePolicy {
  readonly apiVersion: 'policy.sigstore.dev/v1alpha1';
  readonly kind: 'ClusterImagePolicy';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly mode: 'enforce';
    readonly images: readonly { readonly glob: string }[];
    /** One of them suffices. */
    readonly authorities: readonly Authority[];
  };
}

/** Which images may start where workloads run, and the webhook that asks. */
export const imageSignatures = (chart: Construct, { cluster, fleet }: Context): void => {
  const scope = clusterWide(chart);
  signatureWebhook(scope, cluster);
  const former = imageAdmission.formerKeys.map((value) => ({ value }));
  const ours = [fleet.assigned.signing.images, ...former].map(
    (key, index): Authority => ({
      name: index === 0 ? 'pipeline' : `pipeline-before-${index}`,
      key: { data: publicKeyPem(key), hashAlgorithm: 'sha256' },
    }),
  );
  // An image that no policy names is refused.
  for (const { name } of servicesIn(cluster, fleet)) policy(scope, cluster, name, '*', ours);
  // What others publish has no signature of ours: the one digest that Git names may start.
  const { repository, digest } = tenancy.client;
  policy(scope, cluster, repository, digest.replace('sha256:', ''), [
    { name: 'pinned', static: { action: 'pass' } },
  ]);
};

const policy = (
  scope: Construct,
  cluster: Cluster,
  name: string,
  digest: string,
  authorities: readonly Authority[],
): void => {
  customResource<ClusterImagePolicy>(scope, `${name}-policy`, {
    apiVersion: 'policy.sigstore.dev/v1alpha1',
    kind: 'ClusterImagePolicy',
    metadata: { name: `bizflow-${name}` },
    spec: {
      // As the controller writes it itself, or Argo CD would find a difference.
      mode: 'enforce',
      images: admittedRegistries(cluster).map((registry) => ({
        glob: `${registry}/${imageRepository({ name })}@sha256:${digest}`,
      })),
      authorities,
    },
  });
};
