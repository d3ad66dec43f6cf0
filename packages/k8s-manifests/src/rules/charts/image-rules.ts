import { imageHost, registryOf } from '@bizflow/config/network';
import { type Problem, unless } from '@bizflow/kernel';
import type { ClusterObjects } from '../objects.ts';
import { containersOf, podsOf } from '../pods.ts';
import { applied, chartsOf, inChart } from './charted.ts';

/**
 * Each image comes from a registry whose redirects are known, so that the firewall's list, which is derived from
 * them, lets all of it through; or from our own registry, which is reached inside the VPC.
 */
export const imagesAreReachable = (objects: ClusterObjects): readonly Problem[] =>
  [...chartImages(objects), ...ownImages(objects)]
    .filter(({ image }) => imageHost(image) !== objects.cluster.registry)
    .flatMap(({ at, image }) =>
      unless(registryOf(image) !== undefined, {
        code: 'IMAGE_UNREACHABLE',
        at,
        value: image,
        reason: `comes from ${imageHost(image)}, which no firewall rule allows, nor the hosts that it redirects to`,
        remedy:
          'add the registry to packages/config/src/network/registries.ts, or use the image of another registry',
      }),
    );

interface Pulled {
  readonly at: string;
  readonly image: string;
}

const chartImages = (objects: ClusterObjects): readonly Pulled[] =>
  chartsOf(objects).flatMap((chart) =>
    applied(chart).flatMap((object) =>
      (object.pod?.containers ?? []).map(({ image, name }) => ({
        at: `${inChart(chart, object)}/${name}`,
        image,
      })),
    ),
  );

/** Images of our own pods; a collector's is in its spec, and the operator makes the pod. */
const ownImages = (objects: ClusterObjects): readonly Pulled[] => [
  ...podsOf(objects).flatMap(({ path, spec }) =>
    containersOf(spec).map(({ image = '' }) => ({ at: path, image })),
  ),
  ...objects
    .ofKind<{ readonly spec: { readonly image: string } }>('OpenTelemetryCollector')
    .map(({ path, body }) => ({ at: path, image: body.spec.image })),
];
