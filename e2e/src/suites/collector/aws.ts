import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { onLoopback } from '@bizflow/testing/on-loopback';
import { tool } from '../../harness/tools.ts';

/** A metric that CloudWatch makes of a log event in its embedded format. */
export interface Extracted {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Plays X-Ray, Managed Prometheus and CloudWatch Logs on loopback, and keeps what they were sent. */
export interface Aws {
  readonly address: string;
  readonly traces: Set<string>;
  readonly series: Readonly<Record<string, string>>[];
  readonly extracted: Extracted[];
  /** The services that requests were signed for. */
  readonly signed: Set<string>;
  stop(): Promise<void>;
}

/** Starts it. */
export async function aws(): Promise<Aws> {
  const kept = {
    traces: new Set<string>(),
    series: [] as Readonly<Record<string, string>>[],
    extracted: [] as Extracted[],
    signed: new Set<string>(),
  };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const scope = /Credential=[^/]+\/\d+\/[\w-]+\/(\w+)\//.exec(
      request.headers.authorization ?? '',
    );
    if (scope?.[1] !== undefined) kept.signed.add(scope[1]);
    if (request.url === '/v1/traces') {
      for (const id of traceIds(json('spans', body))) kept.traces.add(id);
    } else if (request.url === '/api/v1/remote_write') kept.series.push(...seriesOf(body));
    else kept.extracted.push(...extractedFrom(body));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end('{}');
  });
  const { port, stop } = await onLoopback(server);
  return {
    ...kept,
    address: `http://127.0.0.1:${port}`,
    stop,
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const body = await buffer(request);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

const json = (kind: 'spans' | 'series', body: Buffer) =>
  JSON.parse(
    execFileSync(tool('telemetry-json'), [kind], { input: body, maxBuffer: 1e8 }).toString(),
  );

const traceIds = (request: {
  resourceSpans: { scopeSpans: { spans: { traceId: string }[] }[] }[];
}): readonly string[] =>
  request.resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans.map(({ traceId }) => traceId)),
  );

const seriesOf = (body: Buffer): readonly Readonly<Record<string, string>>[] =>
  json('series', body).map(({ labels }: { labels: { name: string; value: string }[] }) =>
    Object.fromEntries(labels.map(({ name, value }) => [name, value])),
  );

// PutLogEvents has events, the other calls have none.
const extractedFrom = (body: Buffer): readonly Extracted[] => {
  const { logEvents = [] }: { logEvents?: { message: string }[] } = JSON.parse(`${body}` || '{}');
  return logEvents.flatMap(({ message }) => {
    const event = JSON.parse(message);
    const directives: readonly {
      Namespace: string;
      Dimensions: string[][];
      Metrics: { Name: string }[];
    }[] = event._aws?.CloudWatchMetrics ?? event.CloudWatchMetrics ?? [];
    return directives.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((dimensions) =>
        Metrics.map(({ Name }) => ({
          namespace: Namespace,
          name: Name,
          dimensions,
          values: event,
        })),
      ),
    );
  });
};
