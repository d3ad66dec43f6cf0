import type { Manifest } from '@bizflow/config';
import type {
  ContainerFacts,
  DefinitionFacts,
  ObjectFacts,
  PodFacts,
  ServiceFacts,
  WebhookFacts,
} from '@bizflow/config/charts';
import { podSecurityLevel } from '@bizflow/k8s-manifests';
import { child } from '@bizflow/kernel';

// biome-ignore lint/suspicious/noExplicitAny: the shapes of every kind that a chart may bring
type Any = any;

/** Two renderings of one chart; generated values differ between them. */
export interface Renderings {
  readonly objects: readonly Manifest[];
  readonly again: readonly Manifest[];
}

/** The definitions among the objects that a chart renders. */
export const definitionFacts = ({ objects, again }: Renderings): readonly DefinitionFacts[] =>
  objects
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
    .map((object: Any) => {
      const { metadata, spec } = object;
      return compact({
        name: metadata.name,
        kind: spec.names.kind,
        scope: spec.scope,
        versions: [...spec.versions]
          .sort((a, b) => Number(b.storage) - Number(a.storage))
          .filter(({ served }) => served)
          .map(({ name }) => name),
        conversion: service(spec.conversion?.webhook?.clientConfig?.service),
        drawn: drawnIn(object, again),
      });
    })
    .sort(byName);

/** All other objects, told by facts. */
export function objectFacts({ objects, again }: Renderings): readonly ObjectFacts[] {
  const workloads = objects.filter(({ spec }: Any) => spec?.template?.spec !== undefined);
  return objects
    .filter(({ kind }) => kind !== 'CustomResourceDefinition')
    .map((object) => facts(object, workloads, drawnIn(object, again)))
    .sort(byPlace);
}

const drawnIn = (object: Manifest, again: readonly Manifest[]): readonly string[] =>
  pointers(
    object,
    again.find((one) => keyOf(one) === keyOf(object)),
    '',
  );

/** What names an object within a cluster. */
const keyOf = ({ apiVersion, kind, metadata }: Manifest): string =>
  [apiVersion, kind, metadata.namespace, metadata.name].join(' ');

function facts(object: Any, workloads: readonly Manifest[], drawn: readonly string[]): ObjectFacts {
  const { apiVersion, kind, metadata, spec, webhooks } = object;
  const pod = kind === 'Pod' ? spec : spec?.template?.spec;
  const selector = kind === 'Service' ? spec?.selector : spec?.selector?.matchLabels;
  return compact({
    ...{ apiVersion, kind, namespace: metadata.namespace, name: metadata.name },
    hook: hook(metadata.annotations ?? {}),
    drawn,
    replicas: ['Deployment', 'StatefulSet'].includes(kind) ? (spec.replicas ?? 1) : undefined,
    pod: pod && podFacts(pod, kind === 'Pod' ? metadata.labels : spec.template.metadata?.labels),
    selects:
      kind === 'Service' || kind === 'PodDisruptionBudget'
        ? selected(selector, workloads)
        : undefined,
    ports: kind === 'Service' ? spec.ports.map(({ port }: Any) => port) : undefined,
    keys: kind === 'Secret' && object.data ? Object.keys(object.data).sort() : undefined,
    webhooks: webhooks?.map(webhook),
    service: kind === 'APIService' ? service(spec.service) : undefined,
  });
}

function hook(annotations: Readonly<Record<string, string>>) {
  const found = Object.entries(annotations).filter(([key]) => key.startsWith('helm.sh/hook'));
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(([key, value]) => [key.slice('helm.sh/'.length), value]));
}

const selected = (selector: Any, workloads: readonly Manifest[]): string | undefined =>
  workloads.find(({ spec }: Any) =>
    Object.entries(selector ?? { none: '' }).every(
      ([key, value]) => spec.template.metadata?.labels?.[key] === value,
    ),
  )?.metadata.name;

const podFacts = (pod: Any, labels: Any): PodFacts =>
  compact({
    podSecurity: podSecurityLevel(pod),
    labels: selectable(labels),
    serviceAccount: pod.serviceAccountName ?? 'default',
    hostNetwork: pod.hostNetwork || undefined,
    priorityClass: pod.priorityClassName,
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    securityContext: pod.securityContext,
    volumes: pod.volumes?.map(volume),
    containers: [
      ...(pod.initContainers ?? []).map((one: Any) => container(one, true)),
      ...pod.containers.map((one: Any) => container(one, undefined)),
    ],
  });

// What only tells where an object comes from selects nothing.
const selectable = (labels: Any): Any =>
  Object.fromEntries(
    Object.entries(labels ?? {}).filter(
      ([key]) => !/^helm\.sh\/|\.io\/(managed-by|part-of|version)$/.test(key),
    ),
  );

const container = (one: Any, init: true | undefined): ContainerFacts =>
  compact({
    ...{ name: one.name, init, image: one.image },
    securityContext: one.securityContext,
    resources: one.resources,
    ports: one.ports?.map(({ containerPort }: Any) => containerPort),
  });

const volume = ({ name: _, ...source }: Any): string => {
  const [[kind = 'emptyDir', body] = []] = Object.entries<Any>(source);
  const name = body?.secretName ?? body?.name;
  return name === undefined ? kind : `${kind}/${name}`;
};

const webhook = ({ name, failurePolicy, clientConfig, rules, ...rest }: Any): WebhookFacts =>
  compact({
    ...{ name, failurePolicy: failurePolicy ?? 'Fail' },
    namespaceSelector: rest.namespaceSelector,
    objectSelector: rest.objectSelector,
    rules,
    service: service(clientConfig.service),
  });

const service = (found: Any): ServiceFacts | undefined =>
  found &&
  compact({
    namespace: found.namespace,
    name: found.name,
    path: found.path,
    port: found.port ?? 443,
  });

// Where two renderings differ; a member that only one of them has counts as a whole.
function pointers(one: Any, other: Any, at: string): readonly string[] {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return one === other ? [] : [at];
  }
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    pointers(one[key], other[key], child(at, key)),
  );
}

// Empty members say nothing.
const compact = (body: Any): Any =>
  Object.fromEntries(
    Object.entries<Any>(body).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );

const byName = (a: DefinitionFacts, b: DefinitionFacts) => (a.name < b.name ? -1 : 1);

const byPlace = (a: ObjectFacts, b: ObjectFacts) =>
  [a.kind, a.namespace, a.name].join(' ') < [b.kind, b.namespace, b.name].join(' ') ? -1 : 1;
