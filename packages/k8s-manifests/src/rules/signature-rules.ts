import { imageAdmission } from '@bizflow/config/release';
import { type Labels, matchesLabels, once, type Problem, problem, unless } from '@bizflow/kernel';
import type { IValidatingWebhookConfiguration } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration';
import { admittedRegistries } from '../admitted.ts';
import { namespaceLabels } from './charts/pod-rules.ts';
import type { ClusterObjects } from './objects.ts';
import { containersOf, podsOf } from './pods.ts';

interface Policy {
  readonly spec: { readonly images: readonly { readonly glob: string }[] };
}

/** Each image of ours is asked about where it runs, by one policy; and nothing that the webhook itself needs is. */
export const imagesAreVerified = (objects: ClusterObjects): readonly Problem[] => [
  ...ourImages(objects).flatMap((image) => unverified(image, objects)),
  ...platformIsAsked(objects),
];

interface Placed {
  readonly path: string;
  readonly namespace: string;
  readonly image: string;
}

const ourImages = (objects: ClusterObjects): readonly Placed[] => {
  const registries = admittedRegistries(objects.cluster);
  return podsOf(objects).flatMap(({ path, namespace, spec }) =>
    containersOf(spec)
      .map(({ image = '' }) => ({ path, namespace, image }))
      .filter(({ image }) => registries.some((registry) => image.startsWith(`${registry}/`))),
  );
};

const selector = (objects: ClusterObjects) =>
  objects.named<IValidatingWebhookConfiguration>(
    'ValidatingWebhookConfiguration',
    '',
    imageAdmission.webhook,
  )?.body.webhooks?.[0]?.namespaceSelector;

const unverified = (
  { path, namespace, image }: Placed,
  objects: ClusterObjects,
): readonly Problem[] => {
  const asked = selector(objects);
  const labels = namespaceLabels(objects).get(namespace) ?? {};
  const policies = policiesOf(objects).filter((covers) => covers(image));
  return [
    ...unless(asked !== undefined && matchesLabels(asked, labels), {
      code: 'IMAGE_UNASKED',
      at: path,
      value: namespace,
      reason: `runs an image of ours, and ${imageAdmission.webhook} is not asked about its pods: any image could start`,
      remedy: `give the namespace the label bizflow.io/plane, one of ${imageAdmission.planes.join(', ')}`,
    }),
    ...unless(policies.length === 1, {
      code: 'IMAGE_POLICY',
      at: path,
      value: image,
      reason:
        policies.length === 0
          ? 'is named by no ClusterImagePolicy, so that no pod of it starts'
          : `is named by ${policies.length} policies, and a pod starts only if all of them let it`,
      remedy: 'correct image-signatures.ts: each image has one policy',
    }),
  ];
};

/** What each policy covers. */
const policiesOf = once((objects: ClusterObjects): readonly ((image: string) => boolean)[] =>
  objects.ofKind<Policy>('ClusterImagePolicy').map(({ body }) => {
    const patterns = body.spec.images.map(({ glob }) => patternOf(glob));
    return (image) => patterns.some((pattern) => pattern.test(image));
  }),
);

/** As the controller reads it: `*` is anything but a slash (pkg/apis/glob/glob.go at v0.13.1). */
const patternOf = (glob: string): RegExp => {
  const parts = glob.split('**');
  const patterns = parts.map((part) => part.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
  return new RegExp(`^${patterns.join('.*')}$`);
};

/** Namespaces of the platform, and Kubernetes' own: what must be able to start while the webhook is away. */
const platformIsAsked = (objects: ClusterObjects): readonly Problem[] => {
  const asked = selector(objects);
  if (asked === undefined) return [];
  return [...namespaceLabels(objects), ['kube-system', {} as Labels] as const]
    .filter(
      ([, labels]) =>
        !imageAdmission.planes.some((plane) => plane === labels['bizflow.io/plane']) &&
        matchesLabels(asked, labels),
    )
    .map(([namespace]) =>
      problem({
        code: 'IMAGE_PLATFORM_ASKED',
        at: imageAdmission.webhook,
        value: namespace,
        reason:
          'is a namespace of no workloads, whose pods could not start while the webhook is away, its own among them',
        remedy: 'let the selector of signature-webhook.ts name the planes of workloads alone',
      }),
    );
};
