import type { Manifest } from '@bizflow/config';
import type {
  ContainerFacts,
  DefinitionFacts,
  ObjectFacts,
  PodFacts,
  WebhookFacts,
} from '@bizflow/config/charts';
import type { Definition } from '../harness/definitions.ts';

/** What a stand-in's template puts in the place of these: its own certificate, drawn at each rendering. */
export const marks = {
  authority: '@authority@',
  certificate: '@certificate@',
  key: '@key@',
} as const;

/** The values that Argo CD's own ConfigMaps are made of, by their names. */
export const fromValues: Readonly<Record<string, string | undefined>> = {
  'argocd-cm': 'cm',
  'argocd-cmd-params-cm': 'params',
  'argocd-rbac-cm': 'rbac',
};

/** An object of a chart as its facts tell it; what they do not tell is left out, or is the least there is. */
export function standIn(facts: ObjectFacts): Manifest {
  const { apiVersion, kind, namespace, name, hook = {} } = facts;
  const annotations = Object.fromEntries(
    Object.entries(hook).map(([key, value]) => [`helm.sh/${key}`, value]),
  );
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }), annotations, labels: known(facts) },
    ...bodies[kind]?.(facts),
  } as Manifest;
}

// Argo CD reads only those of its ConfigMaps and Secrets that have this label.
const known = ({ kind, name }: ObjectFacts): Readonly<Record<string, string>> =>
  ['ConfigMap', 'Secret'].includes(kind) && name.startsWith('argocd-')
    ? { 'app.kubernetes.io/part-of': 'argocd' }
    : {};

type Body = (facts: ObjectFacts) => object;

const labels = ({ name }: Pick<ObjectFacts, 'name'>) => ({ 'app.kubernetes.io/name': name });

const template = (facts: ObjectFacts) => ({
  metadata: { labels: { ...facts.pod?.labels, ...labels(facts) } },
  spec: facts.pod && pod(facts.pod, facts.kind),
});

const workload: Body = (facts) => ({
  spec: {
    replicas: facts.replicas,
    selector: { matchLabels: labels(facts) },
    template: template(facts),
  },
});

const bound =
  (kind: string): Body =>
  ({ name }) => ({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
    subjects: [],
  });

const configuration: Body = ({ webhooks = [], drawn = [] }) => ({
  webhooks: webhooks.map((one) => webhook(one, drawn.length > 0)),
});

const bodies: Readonly<Record<string, Body | undefined>> = {
  Deployment: workload,
  StatefulSet: (facts) => ({
    spec: { ...(workload(facts) as { spec: object }).spec, serviceName: facts.name },
  }),
  Job: (facts) => ({ spec: { template: template(facts) } }),
  Pod: (facts) => ({ spec: facts.pod && pod(facts.pod, 'Pod') }),
  Service: ({ selects = 'none', ports = [] }) => ({
    spec: {
      selector: labels({ name: selects }),
      ports: ports.map((port) => ({ name: `port-${port}`, port })),
    },
  }),
  PodDisruptionBudget: ({ selects = 'none' }) => ({
    spec: { maxUnavailable: 1, selector: { matchLabels: labels({ name: selects }) } },
  }),
  NetworkPolicy: () => ({ spec: { podSelector: {}, ingress: [{}] } }),
  ClusterRole: () => ({ rules: [] }),
  Role: () => ({ rules: [] }),
  ClusterRoleBinding: bound('ClusterRole'),
  RoleBinding: bound('Role'),
  ConfigMap: ({ name }) => (fromValues[name] ? { data: `@${fromValues[name]}@` } : {}),
  Secret: ({ keys = [], drawn = [] }) => ({
    ...(drawn.length > 0 && { type: 'kubernetes.io/tls' }),
    data: Object.fromEntries(keys.map((key) => [key, secret[key] ?? ''])),
  }),
  MutatingWebhookConfiguration: configuration,
  ValidatingWebhookConfiguration: configuration,
  APIService: ({ name, service }) => {
    const [version, ...group] = name.split('.');
    return {
      spec: {
        ...{ group: group.join('.'), version, service, insecureSkipTLSVerify: true },
        ...{ groupPriorityMinimum: 100, versionPriority: 100 },
      },
    };
  },
  Installation: () => ({ spec: {} }),
  APIServer: () => ({ spec: {} }),
};

const secret: Readonly<Record<string, string | undefined>> = {
  'ca.crt': marks.authority,
  'tls.crt': marks.certificate,
  'tls.key': marks.key,
};

const webhook = ({ service, ...facts }: WebhookFacts, drawn: boolean) => ({
  ...facts,
  clientConfig: { service, ...(drawn && { caBundle: marks.authority }) },
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
});

const pod = (facts: PodFacts, kind: string) => ({
  serviceAccountName: facts.serviceAccount,
  hostNetwork: facts.hostNetwork,
  priorityClassName: facts.priorityClass,
  nodeSelector: facts.nodeSelector,
  tolerations: facts.tolerations,
  securityContext: facts.securityContext,
  ...((kind === 'Job' || kind === 'Pod') && { restartPolicy: 'Never' }),
  volumes: facts.volumes?.map(volume),
  initContainers: facts.containers.filter(({ init }) => init).map(container),
  containers: facts.containers.filter(({ init }) => !init).map(container),
});

const container = ({ init: _, ports = [], ...facts }: ContainerFacts) => ({
  ...facts,
  ports: ports.map((containerPort) => ({ containerPort })),
});

function volume(facts: string, index: number) {
  const [kind = '', name] = facts.split('/');
  const sources: Readonly<Record<string, object | undefined>> = {
    secret: { secretName: name, optional: true },
    configMap: { name, optional: true },
    hostPath: { path: '/var/lib' },
    projected: { sources: [] },
  };
  return { name: `volume-${index}`, [kind]: sources[kind] ?? {} };
}

/** The definition itself where it is pinned, and one that takes every field where it is not. */
export function definition(facts: DefinitionFacts, pinned: readonly Definition[]): Manifest {
  const group = facts.name.slice(facts.name.indexOf('.') + 1);
  const found = pinned.find(({ kind }) => kind === `${facts.kind}.${group}`);
  const base = found?.object ?? open(facts, group);
  const { conversion: _, ...spec } = base.spec as { conversion?: object };
  return { ...base, spec: { ...spec, ...(facts.conversion && conversion(facts)) } } as Manifest;
}

const conversion = ({ conversion: service, drawn = [] }: DefinitionFacts) => ({
  conversion: {
    strategy: 'Webhook',
    webhook: {
      conversionReviewVersions: ['v1'],
      clientConfig: { service, ...(drawn.length > 0 && { caBundle: marks.authority }) },
    },
  },
});

const open = ({ name, kind, scope, versions }: DefinitionFacts, group: string): Manifest =>
  ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name, annotations: approval(group) },
    spec: {
      group,
      scope,
      names: { kind, plural: name.split('.')[0], singular: kind.toLowerCase() },
      versions: versions.map((version, index) => ({
        name: version,
        served: true,
        storage: index === 0,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        },
      })),
    },
  }) as Manifest;

// Kubernetes guards its own groups against definitions that it has not approved.
const approval = (group: string): Readonly<Record<string, string>> =>
  /\.k(8s|ubernetes)\.io$/.test(group)
    ? { 'api-approved.kubernetes.io': 'unapproved, a stand-in' }
    : {};
