import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/** What a server answered. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly body: string;
}

/** As much of a browser as signing on takes: it follows redirects, and keeps cookies of each origin. */
export interface Browser {
  /** Opens an address; `change` may look at each address on the way, and give another. */
  open(address: string, change?: (url: URL) => URL): Promise<Page>;
  /** Sends JSON, or asks for it where there is none. */
  call(method: string, address: string, body?: object): Promise<Page>;
}

const hops = 15;

/** A browser without cookies. It trusts any certificate: those of Argo CD are its own, as behind a load balancer. */
export function browser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const send = async (method: string, url: URL, body?: object) => {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const answer = await exchange(method, url, jar, body);
    for (const line of answer.cookies) keep(jar, line);
    return answer;
  };
  return {
    open: async (address, change = (url) => url) => {
      let url = change(new URL(address));
      for (let hop = 0; ; hop += 1) {
        const { status, body, location } = await send('GET', url);
        if (location === undefined || hop === hops) return { url, status, body };
        url = change(new URL(location, url));
      }
    },
    call: async (method, address, body) => {
      const url = new URL(address);
      const answer = await send(method, url, body);
      return { url, status: answer.status, body: answer.body };
    },
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', ...value] = pair.split('=');
  if (value.join('=') === '') jar.delete(name.trim());
  else jar.set(name.trim(), value.join('='));
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
}

const exchange = (
  method: string,
  url: URL,
  jar: ReadonlyMap<string, string>,
  body?: object,
): Promise<Answer> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'content-type': 'application/json' };
  const start = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const asked = start(url, { method, headers, rejectUnauthorized: false }, (response) => {
      const { location, 'set-cookie': cookies = [] } = response.headers;
      const { statusCode: status = 0 } = response;
      text(response).then((body) => resolve({ status, body, location, cookies }), reject);
    });
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
};
