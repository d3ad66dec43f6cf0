import { Agent, type RequestOptions, request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { KubeConfig } from '@kubernetes/client-node';

/** What the API server said. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What goes with a call; the body is sent as it is. */
export interface Message {
  readonly query?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: string;
}

/** A way into an API server that stays open between calls. */
export interface Line {
  readonly server: string;
  readonly options: RequestOptions;
}

/** Opens a line as a kubeconfig says. */
export async function line(config: KubeConfig): Promise<Line> {
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const { ca, headers } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca });
  return { server: config.getCurrentCluster()?.server ?? '', options: { agent, headers } };
}

/**
 * One call with exactly these bytes. The library's own calls pass an object through its models,
 * which drop a field that they do not know: the very thing that strict validation must see.
 */
export function call(
  { server, options }: Line,
  method: string,
  path: string,
  { query = {}, type = 'application/json', body = '' }: Message = {},
): Promise<Answer> {
  const url = new URL(path, server);
  url.search = new URLSearchParams(query).toString();
  const headers = { ...options.headers, 'content-type': type, accept: 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, method, headers }, (response) => {
      const { statusCode: status = 0 } = response;
      text(response).then((body) => resolve({ status, body }), reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}
