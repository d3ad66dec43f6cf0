import type { Cluster } from '@bizflow/config';
import { type Controller, controllers } from '@bizflow/config/platform';
import { controllerValues } from '../platform/controller-values.ts';

/** A pinned chart with the values of one cluster. */
export interface ChartRelease extends Pick<Controller, 'chart' | 'namespace'> {
  /** The Application, and the Helm release. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Every chart of a cluster, as its Applications name it. */
export const chartReleases = (cluster: Cluster): readonly ChartRelease[] =>
  controllers.map(({ name, chart, namespace }) => ({
    name,
    chart,
    namespace,
    values: controllerValues(cluster, name),
  }));
