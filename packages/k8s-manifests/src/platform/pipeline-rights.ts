import { servicesIn } from '@bizflow/config';
import { pipelineGroup, serviceApplicationName, serviceNamespace } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import type { Construct } from 'constructs';
import { grant, groupOf } from '../rights.ts';
import type { Context } from './component.ts';

const pipeline = groupOf(pipelineGroup);

/** What the stage that proves an image may do: see it arrive, and reach a pod of its service. */
export const pipelineRights = (scope: Construct, { cluster, fleet }: Context): void => {
  // Each service has its own objects, so that a new service changes no file of the others.
  for (const service of servicesIn(cluster, fleet)) {
    const { name } = service;
    const application = { name: `pipeline-${name}-application`, namespace: argoCd.namespace };
    grant(scope, `${name}-application`, pipeline, application, [
      {
        apiGroups: ['argoproj.io'],
        resources: ['applications'],
        resourceNames: [serviceApplicationName(service)],
        verbs: ['get'],
      },
    ]);
    const pods = { name: `pipeline-${name}`, namespace: serviceNamespace(service) };
    grant(scope, name, pipeline, pods, [
      // `kubectl port-forward` reads the pod before it opens the way.
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] },
    ]);
  }
};
