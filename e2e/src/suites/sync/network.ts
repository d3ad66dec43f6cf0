import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { json } from 'node:stream/consumers';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Api, Live } from '../../harness/api.ts';
import type { ApiServer } from '../../harness/api-server.ts';
import { certificate } from '../../harness/credentials.ts';
import { accept, type Backend, refuse } from '../../harness/egress.ts';
import { metricsOf } from '../autoscaling/usage.ts';

/** What the API server asked of webhooks. */
export interface Network {
  readonly backend: Backend;
  /** The paths that were called, as `<service>.<namespace><path>`. */
  asked(): ReadonlySet<string>;
  stop(): void;
}

/**
 * The cluster's network, as far as the API server uses it: it reaches a Service by its address when one of
 * its pods is ready, and meets there the certificate that the pod would have from its Secret now. Webhooks
 * let everything pass as it is, and metrics-server tells of pods that are idle.
 */
export function network(api: Api, { folder }: ApiServer): Network {
  const asked = new Set<string>();
  const own = {
    cert: readFileSync(certificate(folder)),
    key: readFileSync(join(folder, 'apiserver.key')),
  };
  const server = createServer(
    {
      ...own,
      SNICallback: (name, done) =>
        void contextOf(api, name).then(
          (found) => done(null, found),
          (error) => done(error),
        ),
    },
    async (request, response) => {
      const url = new URL(request.url ?? '', 'https://cluster');
      const host = (request.headers.host ?? '').replace(/\.svc(:\d+)?$/, '');
      if (request.method === 'POST') asked.add(`${host}${url.pathname}`);
      const answer =
        request.method === 'POST'
          ? review((await json(request)) as Live)
          : await metricsOf(api, url, 1);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    },
  );
  return {
    asked: () => asked,
    stop: () => void server.close(),
    backend: (host, port, connection) =>
      void isServed(api, host, port).then(
        (served) => (served ? enter(server, connection) : refuse(connection)),
        () => refuse(connection),
      ),
  };
}

function enter(server: ReturnType<typeof createServer>, connection: Duplex): void {
  accept(connection);
  server.emit('connection', connection);
}

async function isServed(api: Api, host: string, port: number): Promise<boolean> {
  const services = await api.all('v1', 'Service');
  const service = services.find(
    ({ spec }) => spec.clusterIP === host && spec.ports.some((one: Live) => one.port === port),
  );
  if (service === undefined) return false;
  const { name, namespace = '' } = service.metadata;
  const slices = await api.list('discovery.k8s.io/v1', 'EndpointSlice', namespace);
  return slices.some(
    ({ metadata, endpoints }) =>
      metadata.labels?.['kubernetes.io/service-name'] === name &&
      (endpoints ?? []).some(({ conditions }: Live) => conditions.ready),
  );
}

// The certificate of the pods behind a Service: of the Secret that they mount.
async function contextOf(api: Api, host: string): Promise<SecureContext | undefined> {
  const [name = '', namespace = ''] = host.split('.');
  const service = await api.read({
    ...{ apiVersion: 'v1', kind: 'Service' },
    metadata: { name, namespace },
  });
  const selector: Readonly<Record<string, string>> = service?.spec.selector ?? {};
  const pods = await api.list('v1', 'Pod', namespace);
  const pod = pods.find(({ metadata }) =>
    Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === value),
  );
  for (const { secret } of pod?.spec.volumes ?? []) {
    const found = await api.read({
      ...{ apiVersion: 'v1', kind: 'Secret' },
      metadata: { name: secret?.secretName ?? '', namespace },
    });
    if (found?.data?.['tls.crt'] === undefined) continue;
    const bytes = (key: string) => Buffer.from(found.data[key], 'base64');
    return createSecureContext({ cert: bytes('tls.crt'), key: bytes('tls.key') });
  }
  return undefined;
}

const review = ({ apiVersion, kind, request }: Live): object => ({
  apiVersion,
  kind,
  response:
    kind === 'ConversionReview'
      ? {
          uid: request.uid,
          result: { status: 'Success' },
          convertedObjects: request.objects.map((object: Live) => ({
            ...object,
            apiVersion: request.desiredAPIVersion,
          })),
        }
      : { uid: request.uid, allowed: true },
});
