import type { Manifest } from '@bizflow/config';
import type {
  DefinitionFacts,
  ObjectFacts,
  ServiceFacts,
  WebhookFacts,
} from '@bizflow/config/charts';
import { type Any, compact } from './compact.ts';
import { drawnIn, type Renderings } from './drawn.ts';
import { podFacts } from './pod-facts.ts';

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

const byName = (a: DefinitionFacts, b: DefinitionFacts) => (a.name < b.name ? -1 : 1);

const byPlace = (a: ObjectFacts, b: ObjectFacts) =>
  [a.kind, a.namespace, a.name].join(' ') < [b.kind, b.namespace, b.name].join(' ') ? -1 : 1;
