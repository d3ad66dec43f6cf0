import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** Takes a connection that the API server opens to a Service, by its address in the cluster. */
export type Backend = (host: string, port: number, connection: Duplex) => void;

/** The way out of an API server into a cluster whose network is played. */
export interface Egress {
  /** The flag of the API server. */
  readonly flag: string;
  /** Who answers from now on. */
  open(backend: Backend): void;
  stop(): Promise<void>;
}

/**
 * An API server reaches webhooks and aggregated APIs through a proxy (Kubernetes, "Konnectivity service",
 * protocol HTTPConnect). Here it is a socket of this process: nothing listens at a port.
 */
export async function egress(): Promise<Egress> {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-'));
  const socket = join(folder, 'egress');
  let backend: Backend | undefined;
  const open = new Set<Duplex>();
  const server = createServer();
  server.on('connect', ({ url = '' }, connection) => {
    open.add(connection);
    connection.once('close', () => open.delete(connection));
    connection.on('error', () => connection.destroy());
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(url) ?? [];
    if (backend === undefined) refuse(connection);
    else backend(host, Number(port), connection);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const file = join(folder, 'egress.yaml');
  writeFileSync(file, JSON.stringify(configuration(socket)));
  return {
    flag: `--egress-selector-config-file=${file}`,
    open: (opened) => {
      backend = opened;
    },
    stop: async () => {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lets a connection through; TLS comes next on it. */
export const accept = (connection: Duplex): void =>
  void connection.write('HTTP/1.1 200 Connection established\r\n\r\n');

/** No pod is ready: what a caller sees of such a Service. */
export const refuse = (connection: Duplex): void =>
  void connection.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');

const configuration = (udsName: string) => ({
  apiVersion: 'apiserver.k8s.io/v1beta1',
  kind: 'EgressSelectorConfiguration',
  egressSelections: [
    {
      name: 'cluster',
      connection: { proxyProtocol: 'HTTPConnect', transport: { uds: { udsName } } },
    },
  ],
});
