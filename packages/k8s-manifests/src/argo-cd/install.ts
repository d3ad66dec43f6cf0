import type { Cluster } from '@bizflow/config';
import { type ControllerName, controllers, installFolder } from '@bizflow/config/platform';
import { ownNamespace } from '../labels.ts';
import { controllerValues } from '../platform/controller-values.ts';

/** A file for Helm or kubectl, beside what Argo CD pulls. */
export interface InstallFile {
  readonly path: string;
  readonly body: unknown;
}

const name: ControllerName = 'argo-cd';

/**
 * What the first Argo CD of a cluster is made of: its namespace, and the values of its chart. Both are what its
 * own Application keeps from then on, so that its first sync changes nothing.
 */
export const argoCdInstall = (cluster: Cluster): readonly InstallFile[] =>
  controllers
    .filter((controller) => controller.name === name)
    .flatMap(({ namespace, podSecurity }) => [
      {
        path: `${installFolder(cluster)}/namespace.yaml`,
        body: {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: namespace, ...ownNamespace(cluster, podSecurity) },
        },
      },
      {
        path: `${installFolder(cluster)}/values.yaml`,
        body: controllerValues(cluster, name),
      },
    ]);
