import { freeze } from '@bizflow/kernel';

/** A host of images or charts, and the hosts that it redirects a client to. */
export interface Registry {
  readonly host: string;
  /** A leading dot means all names below. */
  readonly leadsTo: readonly string[];
  /** Where that is written. */
  readonly source: string;
}

/** Registries whose redirects are known: only from these may an image or a chart come (0057). */
export const registries = freeze([
  {
    host: 'public.ecr.aws',
    leadsTo: ['d2glxqk2uabbnd.cloudfront.net', 'd5l0dvt14r5h8.cloudfront.net'],
    source: 'EKS Anywhere, "Domains"',
  },
  {
    host: 'registry.k8s.io',
    // Blobs from S3, manifests from the Artifact Registry near the client, which changes without notice.
    leadsTo: ['.amazonaws.com', '.pkg.dev'],
    source: 'kubernetes/registry.k8s.io, cmd/archeio/docs/request-handling.md',
  },
  {
    host: 'quay.io',
    leadsTo: [
      ...['cdn.quay.io', 'cdn01.quay.io', 'cdn02.quay.io', 'cdn03.quay.io'],
      ...['cdn04.quay.io', 'cdn05.quay.io', 'cdn06.quay.io'],
    ],
    source: 'Red Hat, "Firewall changes for container image pulls"',
  },
  {
    host: 'ghcr.io',
    leadsTo: ['pkg-containers.githubusercontent.com'],
    source: 'GitHub, "Working with the Container registry"',
  },
] as const satisfies readonly Registry[]);

/** Where charts of an index on GitHub Pages lie: as files of a release. */
export const releaseHosts = freeze([
  'github.com',
  'objects.githubusercontent.com',
  'release-assets.githubusercontent.com',
]);

/** The host of an image; one without a host is Docker Hub's. */
export const imageHost = (image: string): string => {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && /[.:]/.test(first) ? first : 'docker.io';
};

/** The registry that an image comes from, if its redirects are known. */
export const registryOf = (image: string): Registry | undefined =>
  registries.find(({ host }) => host === imageHost(image));
