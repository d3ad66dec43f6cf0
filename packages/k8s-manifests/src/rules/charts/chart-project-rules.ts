import type { ObjectFacts } from '@bizflow/config/charts';
import { type Problem, unless } from '@bizflow/kernel';
import { kindOf } from '../kinds.ts';
import type { ClusterObjects } from '../objects.ts';
import { allowsClusterWide, type Project, projectsOf, reaches } from '../project-terms.ts';
import { type Charted, chartsOf, definedKind, definitionObjects, inChart } from './charted.ts';

/** Kubernetes' own kinds that are in no namespace, of those that charts bring. */
const clusterScoped = [
  ...[
    'APIService',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'IngressClass',
  ],
  ...['MutatingWebhookConfiguration', 'Namespace', 'PriorityClass', 'StorageClass'],
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
  'ValidatingWebhookConfiguration',
];

/** Each object that a chart renders is admitted by the AppProject of its Application. */
export const projectsAdmitCharts = (objects: ClusterObjects): readonly Problem[] => {
  const projects = projectsOf(objects);
  const custom = new Set(
    chartsOf(objects)
      .flatMap(({ definitions }) => definitions)
      .filter(({ scope }) => scope === 'Cluster')
      .map(definedKind),
  );
  const isClusterWide = (object: ObjectFacts): boolean =>
    clusterScoped.includes(object.kind) || custom.has(kindOf(object));
  return chartsOf(objects).flatMap((chart) => {
    const name = chart.application.body.spec.project;
    const project = projects.get(name);
    // Another rule names an AppProject that does not exist.
    if (project === undefined) return [];
    return [...chart.objects, ...definitionObjects(chart)].flatMap((object) =>
      isClusterWide(object)
        ? clusterWide(chart, object, name, project)
        : namespaced(chart, object, name, project),
    );
  });
};

const clusterWide = (chart: Charted, object: ObjectFacts, name: string, project: Project) =>
  unless(allowsClusterWide(project, object, object.name), {
    code: 'CHART_CLUSTER_KIND',
    at: inChart(chart, object),
    value: kindOf(object),
    reason: `is cluster-scoped, and the AppProject ${name} does not allow it`,
    remedy: 'add it to clusterKinds in project-kinds.ts, or turn it off in controller-values.ts',
  });

const namespaced = (chart: Charted, object: ObjectFacts, name: string, project: Project) => {
  const { destination } = chart.application.body.spec;
  const namespace = object.namespace ?? destination.namespace;
  return unless(reaches(project, destination.server, namespace), {
    code: 'CHART_NAMESPACE',
    at: inChart(chart, object),
    value: namespace,
    reason: `is a namespace that the AppProject ${name} does not deploy to`,
    remedy: 'add it to the destinations of that project in projects.ts',
  });
};
