import type { Cluster, Fleet, Manifest } from '@bizflow/config';
import { pipelineGroup, serviceApplicationName, serviceNamespace } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import { KubeRole, KubeRoleBinding, type PolicyRule } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { namespaced } from './metadata.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const subjects = [{ kind: 'Group', name: pipelineGroup, apiGroup }];

/** What the stage that proves an image may do: see it arrive, and reach a pod of its service. */
export const pipelineRights = (cluster: Cluster, { services }: Fleet): readonly Manifest[] =>
  // Each service brings objects of its own, so that a new one changes no file of the others.
  services.flatMap((service) => [
    ...granted(cluster, argoCd.namespace, `${service.name}-application`, [
      {
        apiGroups: ['argoproj.io'],
        resources: ['applications'],
        resourceNames: [serviceApplicationName(service)],
        verbs: ['get'],
      },
    ]),
    ...granted(cluster, serviceNamespace(service), service.name, [
      // `kubectl port-forward` reads the pod before it opens the way.
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] },
    ]),
  ]);

const granted = (
  cluster: Cluster,
  namespace: string,
  what: string,
  rules: PolicyRule[],
): readonly Manifest[] => {
  const metadata = namespaced(cluster, namespace, `pipeline-${what}`);
  const roleRef = { apiGroup, kind: 'Role', name: metadata.name };
  return [
    described(metadata, KubeRole.manifest({ rules })),
    described(metadata, KubeRoleBinding.manifest({ roleRef, subjects })),
  ];
};
