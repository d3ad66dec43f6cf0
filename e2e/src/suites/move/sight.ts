import type { ClusterFolder } from '../../fleet/folders.ts';
import type { Api, Live } from '../../harness/api.ts';

/** What a cluster has at a moment, as far as people and data depend on it. */
export interface Sight {
  /** `<environment>/<region>`. */
  readonly id: string;
  /** Objects that hold data or lead to it, as `<Kind> <namespace>/<name>`, each with its uid. */
  readonly keeps: Readonly<Record<string, string>>;
  /** Rollouts with pods that are ready, as `<namespace>/<name>`. */
  readonly runs: readonly string[];
  /** Names that ExternalDNS publishes, of load balancers behind which pods are ready. */
  readonly answers: readonly string[];
  /** Ingresses with a load balancer of AWS, as `<namespace>/<name>`. */
  readonly balancers: readonly string[];
}

// A definition takes every object of its kind along, a namespace everything in it, and without a secret or its store
// an application does not reach its database.
const keeping: readonly (readonly [apiVersion: string, kind: string])[] = [
  ['v1', 'Namespace'],
  ['v1', 'PersistentVolume'],
  ['v1', 'PersistentVolumeClaim'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['external-secrets.io/v1', 'ClusterSecretStore'],
  ['external-secrets.io/v1', 'SecretStore'],
  ['external-secrets.io/v1', 'ExternalSecret'],
];

const nameOf = ({ metadata: { namespace, name } }: Pick<Live, 'metadata'>): string =>
  namespace === undefined ? name : `${namespace}/${name}`;

/** Looks at a cluster. */
export async function sightOf(api: Api, id: string): Promise<Sight> {
  const kept = await Promise.all(
    keeping.map(async ([apiVersion, kind]) =>
      (await api.all(apiVersion, kind)).map((one) => [`${kind} ${nameOf(one)}`, one.metadata.uid]),
    ),
  );
  const rollouts = await api.all('argoproj.io/v1alpha1', 'Rollout');
  const ingresses = await api.all('networking.k8s.io/v1', 'Ingress');
  const balanced = ingresses.filter(
    ({ status }) => (status?.loadBalancer?.ingress ?? []).length > 0,
  );
  const served = await servedServices(api);
  return {
    id,
    keeps: Object.fromEntries(kept.flat()),
    runs: rollouts.filter(({ status }) => (status?.readyReplicas ?? 0) > 0).map(nameOf),
    answers: balanced.filter((one) => isServed(one, served)).flatMap(publishedBy),
    balancers: balanced.map(nameOf),
  };
}

async function servedServices(api: Api): Promise<ReadonlySet<string>> {
  const slices = await api.all('discovery.k8s.io/v1', 'EndpointSlice');
  const ready = slices.filter(({ endpoints }) =>
    (endpoints ?? []).some(({ conditions }: Live) => conditions.ready),
  );
  return new Set(
    ready.map(({ metadata: { namespace, labels } }) =>
      [namespace, labels?.['kubernetes.io/service-name']].join('/'),
    ),
  );
}

interface Rule {
  readonly http?: {
    readonly paths: readonly {
      readonly backend: { readonly service?: { readonly name: string } };
    }[];
  };
}

const isServed = ({ metadata, spec }: Live, served: ReadonlySet<string>): boolean =>
  ((spec.rules ?? []) as readonly Rule[]).every(({ http }) =>
    (http?.paths ?? []).every(({ backend }) =>
      served.has(`${metadata.namespace}/${backend.service?.name}`),
    ),
  );

/** The names that ExternalDNS publishes for an Ingress. */
const publishedBy = ({ metadata }: Pick<Live, 'metadata'>): readonly string[] =>
  (metadata.annotations?.['external-dns.alpha.kubernetes.io/hostname'] ?? '')
    .split(',')
    .filter((host) => host !== '');

/** What the committed folder of a cluster asks for; nothing where the cluster has none any more. */
export const wantedBy = (folder: ClusterFolder | undefined): Pick<Sight, 'runs' | 'answers'> => {
  const objects = (folder?.files ?? []).map(({ body }) => body as Live);
  return {
    runs: objects.filter(({ kind }) => kind === 'Rollout').map(nameOf),
    answers: objects.filter(({ kind }) => kind === 'Ingress').flatMap(publishedBy),
  };
};
