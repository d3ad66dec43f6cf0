import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry of npm on loopback. */
export interface Registry {
  readonly url: string;
  /** What was published, as `name@version access`, in order. */
  readonly published: readonly string[];
  close(): void;
}

// Verdaccio would be the library, but one of its dependencies does not install from every mirror of npm. npm's own
// client asks no more of a registry than this.
interface Publication {
  readonly name: string;
  readonly access: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, { dist: { tarball: string } }>>;
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** Starts a registry that keeps what is published in memory and takes any token. */
export async function startRegistry(): Promise<Registry> {
  const packages = new Map<string, Publication>();
  const tarballs = new Map<string, Buffer>();
  const published: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      send(response, 500, { error: String(error) }),
    );
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    if (request.method === 'PUT') {
      keep(JSON.parse(await read(request)));
      return send(response, 201, { ok: true });
    }
    const file = tarballs.get(path);
    if (file !== undefined) return void response.end(file);
    const found = packages.get(path);
    return found === undefined
      ? send(response, 404, { error: 'not_found' })
      : send(response, 200, found);
  }

  function keep(publication: Publication): void {
    const { name, access, versions, _attachments } = publication;
    for (const [version, manifest] of Object.entries(versions)) {
      published.push(`${name}@${version} ${access}`);
      const [attachment] = Object.values(_attachments);
      const path = `${name}/-/${version}.tgz`;
      tarballs.set(path, Buffer.from(attachment?.data ?? '', 'base64'));
      manifest.dist.tarball = `${url}/${path}`;
    }
    packages.set(name, publication);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, published, close: () => void server.close() };
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
