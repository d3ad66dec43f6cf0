import type { Manifest } from '@bizflow/config';
import type { ObjectFacts, WebhookFacts } from '@bizflow/config/charts';
import { pod } from './stand-in-pod.ts';

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
