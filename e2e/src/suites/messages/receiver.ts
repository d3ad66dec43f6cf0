import { createServer } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { onLoopback } from '@bizflow/testing/on-loopback';

/** One message, as its receiver would see it. */
export interface Told {
  /** A channel of Slack, `page` for PagerDuty, or `edited` for a message that is there already. */
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
    const body = await bodyOf(request);
    const form = new URLSearchParams(body);
    const text = form.get('text') ?? body;
    if (request.url === '/page') told.push({ where: 'page', text });
    else if (request.url === '/chat.update') told.push({ where: 'edited', text });
    else told.push({ where: form.get('channel') ?? 'none', text });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, channel: 'C1', ts: `${told.length}.0` }));
  });
  const { port, stop } = await onLoopback(server);
  return {
    address: `http://127.0.0.1:${port}`,
    told: () => told,
    stop,
  };
}
