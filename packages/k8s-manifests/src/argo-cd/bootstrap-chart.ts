import type { Cluster } from '@bizflow/config';
import { argoCd, controllers } from '@bizflow/config/platform';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { placeLabels } from '../labels.ts';
import { bootstrapSteps } from '../platform/bootstrap-steps.ts';
import { componentsOf } from '../platform/components.ts';
import type { OrderedChart } from '../synth.ts';
import { stage } from '../waves.ts';
import { servicesApplicationSet, tenantsApplicationSet } from './application-sets.ts';
import {
  controllerApplication,
  definitionsApplication,
  platformApplication,
  rootApplication,
} from './applications.ts';
import { platformProject, rootProject, tenantsProject, workloadsProject } from './projects.ts';

/**
 * What the root Application applies: projects, then each thing after what it waits for. The services
 * are in wave 0, as the root itself, which waits for nothing.
 */
export const bootstrapChart = (scope: Construct, cluster: Cluster): OrderedChart => {
  const chart = new Chart(scope, 'bootstrap', {
    namespace: argoCd.namespace,
    labels: placeLabels(cluster),
  });
  rootApplication(chart, cluster);
  const projects = stage(chart, 'projects');
  for (const project of [rootProject, platformProject, workloadsProject, tenantsProject]) {
    project(projects, cluster);
  }
  const services = servicesApplicationSet(chart, cluster);
  const waiting = [
    definitionsApplication(chart),
    ...controllers.map((controller) => controllerApplication(chart, cluster, controller)),
    ...componentsOf(cluster).map((component) => platformApplication(chart, cluster, component)),
    services,
    tenantsApplicationSet(chart, cluster),
  ];
  const named = new Map(waiting.map((object) => [object.name, object]));
  for (const { name, after } of bootstrapSteps) {
    const before = after.flatMap((other) => named.get(other) ?? []);
    named.get(name)?.addDependency(...(before.length === 0 ? [projects] : before));
  }
  return { chart, zero: services };
};
