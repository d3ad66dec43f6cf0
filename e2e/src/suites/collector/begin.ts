import { freePorts } from '@bizflow/testing/ports';
import type { ClusterFolder } from '../../fleet/folders.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { problemsOf } from '../../harness/e2e-error.ts';
import { until } from '../../harness/until.ts';
import { collectorsOf } from './collectors.ts';
import { onLoopback } from './loopback.ts';
import { collector } from './process.ts';

/** Where the collectors of one cluster are reached. */
export interface Begun {
  /** OTLP over HTTP, of the edge. */
  readonly http: number;
  readonly health: readonly number[];
}

/** Starts both collectors of a cluster. */
export async function begin(
  plane: ControlPlane,
  folder: ClusterFolder,
  aws: string,
): Promise<Begun> {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = await freePorts(6);
  const { edge, sampler } = collectorsOf(folder);
  const name = folder.id.replace('/', '-');
  const ports = { sampler: a, aws };
  const ofSampler = onLoopback(sampler, { ...ports, grpc: a, http: b, health: c });
  const ofEdge = onLoopback(edge, { ...ports, grpc: d, http: e, health: f });
  plane.add(collector(`${name}-sampler`, 'otel-sampler', ofSampler));
  plane.add(collector(`${name}-edge`, 'otel-edge', ofEdge));
  return { http: e, health: [c, f] };
}

/** Problems while their health checks do not answer. */
export const healthy = (ports: readonly number[]): Promise<readonly string[]> =>
  problemsOf(
    Promise.all(
      ports.map((port) =>
        until(`the health check on port ${port}`, 60, async () => {
          const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
          return answer?.ok;
        }),
      ),
    ).then(() => []),
  );
