import type { Manifest } from '@bizflow/config';
import { type Problem, unless } from '@bizflow/kernel';
import type { IClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import type { IClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import type { CollectorConfig } from '../platform/collector-config.ts';
import { loggingLimit } from '../platform/fargate-logging.ts';
import { collectorStarts } from './collector-rules.ts';
import type { ClusterObjects, Found } from './objects.ts';

interface Collector {
  readonly spec: { readonly config: CollectorConfig; readonly serviceAccount: string };
}

/** Collectors start, and may read the pods whose data they label; Fargate has a log route. */
export const collectorsWork = (objects: ClusterObjects): readonly Problem[] => [
  ...objects
    .ofKind<Collector>('OpenTelemetryCollector')
    .flatMap((collector) => [
      ...collectorStarts(collector.body.spec.config, `${collector.path}#/spec/config`),
      ...blind(collector, objects),
    ]),
  ...logging(objects),
];

// Without the right it starts all the same, and no metric says which version of a canary it is of.
const blind = (
  { path, namespace, body: { spec } }: Found<Collector>,
  objects: ClusterObjects,
): readonly Problem[] =>
  unless(
    spec.config.processors.k8s_attributes === undefined ||
      rolesOf(spec.serviceAccount, namespace, objects).some(watchesPods),
    {
      code: 'COLLECTOR_BLIND',
      at: `${path}#/spec/config/processors/k8s_attributes`,
      value: spec.serviceAccount,
      reason: 'may not watch pods, so k8s_attributes finds none',
      remedy: 'bind a ClusterRole that lists and watches pods to its ServiceAccount',
    },
  );

const rolesOf = (name: string, namespace: string, objects: ClusterObjects) =>
  objects
    .ofKind<IClusterRoleBinding>('ClusterRoleBinding')
    .filter(({ body }) =>
      body.subjects?.some((subject) => subject.name === name && subject.namespace === namespace),
    )
    .map(({ body }) => objects.named<IClusterRole>('ClusterRole', '', body.roleRef.name)?.body);

const watchesPods = (role: IClusterRole | undefined): boolean =>
  role?.rules?.some(
    ({ resources, verbs }) => resources?.includes('pods') === true && verbs.includes('watch'),
  ) === true;

interface ConfigMap extends Manifest {
  readonly data?: Readonly<Record<string, string>>;
}

const logging = (objects: ClusterObjects): readonly Problem[] => {
  const found = objects.named<ConfigMap>('ConfigMap', 'aws-observability', 'aws-logging');
  const size = Object.values(found?.body.data ?? {}).join('').length;
  return unless(size <= loggingLimit, {
    code: 'FARGATE_LOGGING_SIZE',
    at: `${found?.path}#/data`,
    value: `${size} characters`,
    reason: `are above ${loggingLimit}, the limit of EKS, so Fargate would write no logs`,
    remedy: 'use shorter filters and outputs',
  });
};
