import { servicesIn } from '@bizflow/config';
import { pipelineGroup, serviceApplicationName, serviceNamespace } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import type { Context } from './component.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const subjects = [{ kind: 'Group', name: pipelineGroup, apiGroup }];

/** What the stage that proves an image may do: see it arrive, and reach a pod of its service. */
export const pipelineRights = (scope: Construct, { cluster, fleet }: Context): void => {
  // Each service has its own objects, so that a new service changes no file of the others.
  for (const service of servicesIn(cluster, fleet)) {
    grant(scope, `${service.name}-application`, argoCd.namespace, [
      {
        apiGroups: ['argoproj.io'],
        resources: ['applications'],
        resourceNames: [serviceApplicationName(service)],
        verbs: ['get'],
      },
    ]);
    grant(scope, service.name, serviceNamespace(service), [
      // `kubectl port-forward` reads the pod before it opens the way.
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] },
    ]);
  }
};

const grant = (
  scope: Construct,
  what: string,
  namespace: string,
  rules: k8s.PolicyRule[],
): void => {
  const metadata = { name: `pipeline-${what}`, namespace };
  const roleRef = { apiGroup, kind: 'Role', name: metadata.name };
  new k8s.KubeRole(scope, what, { metadata, rules });
  new k8s.KubeRoleBinding(scope, `${what}-binding`, { metadata, roleRef, subjects });
};
