import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '@bizflow/testing/ports';
import type { KubeConfig } from '@kubernetes/client-node';
import { call, line } from './call.ts';
import { type Credentials, certificate, credentials, kubeConfig } from './credentials.ts';
import { type Running, start } from './processes.ts';
import type { Run } from './run.ts';
import { until } from './until.ts';

/** An API server that answers, over an unused etcd prefix: an empty cluster. */
export interface ApiServer {
  readonly name: string;
  readonly folder: string;
  readonly config: KubeConfig;
  readonly credentials: Credentials;
  readonly process: Running;
}

/** Starts an API server with all of Kubernetes' own admission plugins, on loopback. */
export async function apiServer(
  run: Run,
  etcd: string,
  name: string,
  flags: readonly string[] = [],
): Promise<ApiServer> {
  const folder = join(run.folder, name);
  mkdirSync(folder);
  const secrets = credentials(folder);
  const [port = 0] = await freePorts(1);
  const process = run.keep(
    start(folder, 'kube-apiserver', 'kube-apiserver', [
      `--etcd-servers=${etcd}`,
      `--etcd-prefix=/${name}`,
      `--cert-dir=${folder}/`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      '--endpoint-reconciler-type=none',
      `--secure-port=${port}`,
      `--token-auth-file=${secrets.tokenFile}`,
      '--authorization-mode=RBAC',
      // As on EKS: refusing privileged pods is left to Pod Security.
      '--allow-privileged=true',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${secrets.signingKey}`,
      `--service-account-signing-key-file=${secrets.signingKey}`,
      '--enable-priority-and-fairness=false',
      '--profiling=false',
      ...flags,
    ]),
  );
  const ready = async () => existsSync(certificate(folder)) && (await isReady(secrets, port));
  await Promise.race([process.failed, until(`the API server of ${name} is ready`, 180, ready)]);
  return { name, folder, config: kubeConfig(secrets, port), credentials: secrets, process };
}

const isReady = (secrets: Credentials, port: number): Promise<boolean> =>
  line(kubeConfig(secrets, port))
    .then((to) => call(to, 'GET', '/readyz'))
    .then(
      ({ status }) => status === 200,
      () => false,
    );
