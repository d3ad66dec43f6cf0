import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onLoopback } from '@bizflow/testing/on-loopback';

/** A real HTTP server on a free port of loopback. */
export interface Server {
  readonly url: string;
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly body: string;
  }[];
  readonly stop: () => Promise<void>;
}

type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Starts one with the given answers, and records its requests. */
export async function serve(answering: Answering): Promise<Server> {
  const requests: { method: string; path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    requests.push({ method: request.method ?? '', path: request.url ?? '', body });
    answering(request, response, body);
  });
  const { port, stop } = await onLoopback(server);
  return { url: `http://127.0.0.1:${port}`, requests, stop };
}

/** Answers with JSON. */
export const json = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};
