import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onLoopback } from '@bizflow/testing/on-loopback';

/** Recent traffic of the new version's pods, or an outage of the metrics. */
export type Traffic =
  | { readonly requests: number; readonly errors: number }
  | 'no series'
  | 'out of service';

/** A server that answers the analysis as Prometheus would, for the given traffic. */
export interface Metrics {
  readonly address: string;
  tell(traffic: Traffic): void;
  /** The template hashes that were queried since the traffic was last set, and how often each. */
  asked(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** How often the metrics were queried since the traffic was last set. */
export const timesAsked = ({ asked }: Pick<Metrics, 'asked'>): number =>
  [...asked().values()].reduce((sum, one) => sum + one, 0);

/** The two counts that the fleet's query answers, failed requests first; without a series both are zero. */
const counts = (traffic: Exclude<Traffic, 'out of service'>): readonly string[] =>
  traffic === 'no series' ? ['0', '0'] : [String(traffic.errors), String(traffic.requests)];

/** Starts the server on loopback. */
export async function metricsServer(): Promise<Metrics> {
  let traffic: Traffic = 'no series';
  let asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const query = new URLSearchParams(await text(request)).get('query') ?? '';
    const hash = /rollouts_pod_template_hash="([^"]+)"/.exec(query)?.[1] ?? 'none';
    asked.set(hash, (asked.get(hash) ?? 0) + 1);
    if (traffic === 'out of service') {
      response.writeHead(503).end();
      return;
    }
    const now = Date.now() / 1000;
    const result = counts(traffic).map((value) => ({ metric: {}, value: [now, value] }));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
  });
  const { port, stop } = await onLoopback(server);
  return {
    address: `http://127.0.0.1:${port}`,
    tell: (told) => {
      traffic = told;
      asked = new Map();
    },
    asked: () => asked,
    stop,
  };
}
