import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { onLoopback } from '@bizflow/testing/on-loopback';
import { type Api, type Live, stored } from '../../harness/api.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { certificate } from '../../harness/credentials.ts';

/** The API of metrics-server, with a load that a test sets. */
export interface Usage {
  /** From now on every container uses this share of the CPU that it requests. */
  load(percent: number): void;
  stop(): Promise<void>;
}

const group = 'metrics.k8s.io';

/** Serves the usage of the pods that run, and has the API server ask here for it. */
export async function usage({ api, server: { folder } }: ControlPlane): Promise<Usage> {
  let percent = 0;
  // The API server's own certificate is for this address, too.
  const tls = {
    cert: readFileSync(certificate(folder)),
    key: readFileSync(join(folder, 'apiserver.key')),
  };
  const server = createServer(tls, async (request, response) => {
    const url = new URL(request.url ?? '', 'https://localhost');
    const answer = await metricsOf(api, url, percent);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  const { port, stop } = await onLoopback(server);
  await register(api, port);
  return {
    load: (told) => {
      percent = told;
    },
    stop,
  };
}

const resources = {
  ...{ kind: 'APIResourceList', apiVersion: 'v1', groupVersion: `${group}/v1beta1` },
  resources: [{ name: 'pods', kind: 'PodMetrics', namespaced: true, verbs: ['get', 'list'] }],
};

/** What metrics-server answers, when every container uses this share of the CPU that it requests. */
export async function metricsOf(api: Api, url: URL, percent: number): Promise<object> {
  const namespace = /\/namespaces\/([^/]+)\/pods$/.exec(url.pathname)?.[1];
  return namespace === undefined ? resources : podMetrics(api, url, namespace, percent);
}

async function podMetrics(api: Api, url: URL, namespace: string, percent: number) {
  const wanted = (url.searchParams.get('labelSelector') ?? '')
    .split(',')
    .map((one) => one.split('='));
  const pods = await api.list('v1', 'Pod', namespace);
  const items = pods
    .filter(({ metadata }) => wanted.every(([key = '', value]) => metadata.labels?.[key] === value))
    .map(({ metadata, spec }) => ({
      metadata: { name: metadata.name, namespace, labels: metadata.labels },
      timestamp: new Date().toISOString(),
      window: '10s',
      containers: spec.containers.map(({ name, resources }: Live) => ({
        name,
        usage: {
          cpu: `${millis(resources?.requests?.cpu ?? '0') * (percent / 100)}m`,
          memory: '1Mi',
        },
      })),
    }));
  return { kind: 'PodMetricsList', apiVersion: `${group}/v1beta1`, metadata: {}, items };
}

const millis = (cpu: string): number =>
  cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Number(cpu) * 1000;

async function register(api: Api, port: number): Promise<void> {
  const place = { name: 'usage', namespace: 'kube-system' };
  const spec = { type: 'ExternalName', externalName: 'localhost' };
  stored(await api.apply({ apiVersion: 'v1', kind: 'Service', metadata: place, spec }));
  stored(
    await api.apply({
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: `v1beta1.${group}` },
      spec: {
        ...{ group, version: 'v1beta1', groupPriorityMinimum: 100, versionPriority: 100 },
        ...{ service: { ...place, port }, insecureSkipTLSVerify: true },
      },
    }),
  );
}
