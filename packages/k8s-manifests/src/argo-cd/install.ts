import type { Cluster } from '@bizflow/config';
import { type ControllerName, controllers } from '@bizflow/config/platform';
import { controllerValues } from '../platform/controller-values.ts';

/** A file for Helm, which is not a Kubernetes object. */
export interface HelmFile {
  readonly path: string;
  readonly body: unknown;
}

/** The folder of what a person installs before Argo CD can install anything. */
export const install = 'install';

/** One cluster's part of it: `install/<environment>/<region>`. */
export const installFolder = ({ id }: Pick<Cluster, 'id'>): string => `${install}/${id}`;

const name: ControllerName = 'argo-cd';

/**
 * The first Argo CD of a cluster, as a chart with one pinned dependency and its values: the same that
 * the Application `argo-cd` keeps from then on, so that its first sync changes nothing.
 */
export const argoCdInstall = (cluster: Cluster): readonly HelmFile[] =>
  controllers
    .filter((controller) => controller.name === name)
    .flatMap(({ chart }) => [
      {
        path: `${installFolder(cluster)}/Chart.yaml`,
        body: {
          apiVersion: 'v2',
          name: 'argo-cd-install',
          description: `The first Argo CD of ${cluster.name}`,
          type: 'application',
          version: '1.0.0',
          dependencies: [
            { name: chart.name, version: chart.version, repository: chart.repository },
          ],
        },
      },
      {
        path: `${installFolder(cluster)}/values.yaml`,
        body: { [chart.name]: controllerValues(cluster, name) },
      },
    ]);
