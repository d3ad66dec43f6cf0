import type { Manifest } from '@bizflow/config';
import { imageHost, registryOf } from '@bizflow/config/network';
import { type Problem, unless } from '@bizflow/kernel';
import type { ClusterObjects } from '../objects.ts';
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
        reason: `comes from ${imageHost(image)}, which no firewall rule knows, nor where it redirects to`,
        remedy:
          'add the registry to packages/config/src/network/registries.ts, or take the image from another',
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

/** Images of our own objects; a collector's is in its spec, not in a pod template. */
const ownImages = ({ files }: ClusterObjects): readonly Pulled[] =>
  files.flatMap(({ path, body }) => imagesOf(body).map((image) => ({ at: path, image })));

interface Spec {
  readonly image?: unknown;
  readonly template?: { readonly spec?: PodImages };
}

interface PodImages {
  readonly containers?: readonly { readonly image?: string }[];
  readonly initContainers?: readonly { readonly image?: string }[];
}

const imagesOf = ({ spec }: Manifest): readonly string[] => {
  const { image, template } = (spec ?? {}) as Spec;
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  const all = [image, ...[...containers, ...initContainers].map((one) => one.image)];
  return all.filter((one) => typeof one === 'string');
};
