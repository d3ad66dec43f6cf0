import type { PodSecurityLevel } from '@bizflow/config/charts';
import { type Labels, matchesLabels, once, type Problem, problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IValidatingAdmissionPolicyBinding } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';
import type { ClusterObjects } from '../objects.ts';
import { podSecurityLevel } from '../pod-security.ts';
import { podsOf } from '../pods.ts';
import { applied, chartsOf, inChart } from './charted.ts';

/** A pod of a chart or of our own, as far as admission looks at it. */
interface Asked {
  readonly at: string;
  readonly namespace: string;
  readonly level: PodSecurityLevel;
}

/** Each pod passes the Pod Security label of its namespace. */
export const podsPassPodSecurity = (objects: ClusterObjects): readonly Problem[] => {
  const namespaces = namespaceLabels(objects);
  return [...chartPods(objects), ...ownPods(objects)].flatMap(({ at, namespace, level }) => {
    const enforced =
      namespaces.get(namespace)?.['pod-security.kubernetes.io/enforce'] ?? 'privileged';
    return unless(strictness(level) >= strictness(enforced), {
      code: 'POD_SECURITY',
      at,
      value: level,
      reason: `is the level of its pods, which the namespace ${namespace} refuses: it enforces ${enforced}`,
      remedy: 'give its containers the security context that is missing, or choose another level',
    });
  });
};

const strictness = (level: string): number =>
  ['privileged', 'baseline', 'restricted'].indexOf(level);

/** No pod of a chart is in a namespace whose pods must be ours: pinned by digest, from our registry. */
export const podsPassPolicies = (objects: ClusterObjects): readonly Problem[] => {
  const namespaces = namespaceLabels(objects);
  const bindings = objects.ofKind<IValidatingAdmissionPolicyBinding>(
    'ValidatingAdmissionPolicyBinding',
  );
  return chartPods(objects).flatMap(({ at, namespace }) =>
    bindings
      .filter(({ body }) =>
        matchesLabels(
          body.spec?.matchResources?.namespaceSelector ?? {},
          namespaces.get(namespace) ?? {},
        ),
      )
      .map(({ name }) =>
        problem({
          code: 'POD_POLICY',
          at,
          value: namespace,
          reason: `is a namespace of workloads: the policy ${name} would refuse the pods of this chart`,
          remedy: 'choose another namespace in controllers.ts',
        }),
      ),
  );
};

const chartPods = (objects: ClusterObjects): readonly Asked[] =>
  chartsOf(objects).flatMap((chart) =>
    applied(chart).flatMap((object) =>
      object.pod === undefined
        ? []
        : [
            {
              at: inChart(chart, object),
              namespace:
                object.namespace ?? chart.application.body.spec.destination.namespace ?? '',
              level: object.pod.podSecurity,
            },
          ],
    ),
  );

const ownPods = (objects: ClusterObjects): readonly Asked[] =>
  podsOf(objects).map(({ path, namespace, spec }) => ({
    at: path,
    namespace,
    level: podSecurityLevel(spec),
  }));

/** The labels of each namespace: of those that an Application makes, and of those that we render. */
export const namespaceLabels = once(
  (objects: ClusterObjects): ReadonlyMap<string, Labels> =>
    new Map<string, Labels>([
      ...objects.ofKind<IApplication>('Application').flatMap(({ body }): [string, Labels][] => {
        const { namespace = '' } = body.spec.destination;
        const labels = body.spec.syncPolicy?.managedNamespaceMetadata?.labels;
        return labels === undefined ? [] : [named(namespace, labels)];
      }),
      ...objects
        .ofKind<{ metadata: { labels?: Labels } }>('Namespace')
        .map(({ name, body }) => named(name, body.metadata.labels ?? {})),
    ]),
);

// Kubernetes itself adds this label.
const named = (name: string, labels: Labels): [string, Labels] => [
  name,
  { ...labels, 'kubernetes.io/metadata.name': name },
];
