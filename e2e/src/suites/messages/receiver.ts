import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One message, as its receiver would see it. */
export interface Told {
  /** A channel of Slack, or `page` for PagerDuty. */
  readonly where: string;
  readonly text: string;
}

/** Plays Slack and PagerDuty on loopback. */
export interface Receiver {
  readonly address: string;
  told(): readonly Told[];
  stop(): Promise<void>;
}

/** Starts the server. Slack's answer is that of `chat.postMessage`. */
export async function receiver(): Promise<Receiver> {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (request.url === '/page') told.push({ where: 'page', text: body });
    else {
      const form = new URLSearchParams(body);
      told.push({ where: form.get('channel') ?? 'none', text: form.get('text') ?? '' });
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, channel: 'C1', ts: `${told.length}.0` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: () => told,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
