import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onLoopback } from './on-loopback.ts';

/** An HTTP server that answers every call in one bad way, and counts them. */
export interface BadRegistry {
  readonly endpoint: string;
  readonly calls: () => number;
  readonly stop: () => Promise<void>;
}

type Answering = (response: ServerResponse, request: IncomingMessage) => unknown;

/** Serves what moto cannot: no answer, throttling, errors, and answers that are not from a registry. */
export async function badRegistry(answering: Answering): Promise<BadRegistry> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    request.resume();
    answering(response, request);
  });
  const { port, stop } = await onLoopback(server);
  return { endpoint: `http://127.0.0.1:${port}`, calls: () => calls, stop };
}

const json = 'application/x-amz-json-1.1';

/** Kinds of bad answers. */
export const badly = {
  silent: () => undefined,
  stalling: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': json, 'content-length': '100' });
    response.write('{"images":');
  },
  dripping: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': json });
    const drops = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drops));
  },
  failing: (status: number, name: string, message: string) => (response: ServerResponse) =>
    response
      .writeHead(status, { 'content-type': json })
      .end(JSON.stringify({ __type: name, message })),
  saying: (type: string, text: string) => (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': type }).end(text),
  hangingUp: (_: ServerResponse, request: IncomingMessage) => request.socket.destroy(),
} as const;
