import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePorts } from '@bizflow/testing/ports';
import type { ApiServer } from './api-server.ts';
import { kubeConfigFile } from './credentials.ts';
import { E2eError } from './e2e-error.ts';
import { type Running, start } from './processes.ts';
import { redis } from './redis.ts';
import type { Run } from './run.ts';
import { tools } from './tools.ts';

/** The namespace that all of Argo CD lives in. */
export const argoNamespace = 'argocd';

/** The ConfigMap of what the processes are started with. */
export const parametersMap = 'argocd-cmd-params-cm';

/** How the keys of that ConfigMap reach the processes, as the chart's Deployments map them. */
export const parameters: Readonly<Record<string, string | undefined>> = {
  'controller.sync.timeout.seconds': 'ARGOCD_APPLICATION_CONTROLLER_SYNC_TIMEOUT',
  'controller.self.heal.timeout.seconds': 'ARGOCD_APPLICATION_CONTROLLER_SELF_HEAL_TIMEOUT_SECONDS',
  'controller.self.heal.backoff.timeout.seconds':
    'ARGOCD_APPLICATION_CONTROLLER_SELF_HEAL_BACKOFF_TIMEOUT_SECONDS',
  'server.insecure': 'ARGOCD_SERVER_INSECURE',
};

// How long Argo CD waits before it looks again; nothing else of it differs. Definitions do not say whose they are,
// so it sees that they are there only when it looks at everything, every two to three minutes by default.
const waits: Readonly<Record<string, string>> = {
  ARGOCD_RECONCILIATION_TIMEOUT: '10s',
  ARGOCD_RECONCILIATION_JITTER: '0s',
  ARGOCD_SYNC_WAVE_DELAY: '0',
};

/** The environment that the parameters of an installation mean. */
function environment(params: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(params).map(([key, value]) => {
    const name = parameters[key];
    if (name === undefined) throw new E2eError(`${parametersMap}: no process here reads ${key}`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Argo CD's own processes, outside of the cluster that they keep and on loopback only. Its pods in the
 * cluster are played. Its server is at the given port, or at any.
 */
export async function argoCd(
  run: Run,
  server: ApiServer,
  params: Readonly<Record<string, string>>,
  serverPort?: number,
): Promise<readonly Running[]> {
  const env = { ...surroundings(server), ...waits, ...environment(params) };
  const store = await redis(run, server.folder);
  const ports = await freePorts(8);
  const at = (index: number) => `127.0.0.1:${ports[index]}`;
  const process = (name: string, ...args: readonly string[]) =>
    run.keep(start(server.folder, name, 'cmd', args, { ...env, ARGOCD_BINARY_NAME: name }));
  const cluster = [
    `--kubeconfig=${kubeConfigFile(server.folder)}`,
    `--namespace=${argoNamespace}`,
    '--repo-server-plaintext',
  ];
  const shared = [...cluster, `--repo-server=${at(0)}`, `--redis=${store}`];
  return [
    process(
      'argocd-repo-server',
      ...[`--redis=${store}`, '--address=127.0.0.1', `--port=${ports[0]}`],
      ...['--metrics-address=127.0.0.1', `--metrics-port=${ports[1]}`],
      ...['--disable-tls', '--client-ca-path='],
      // It is told of no file of the run; by this one a sweep knows whose it is.
      `--plugin-tar-exclude=${server.folder}/none`,
    ),
    process(
      'argocd-server',
      ...[...shared, '--address=127.0.0.1', `--port=${serverPort ?? ports[2]}`],
      ...['--metrics-address=127.0.0.1', `--metrics-port=${ports[3]}`],
    ),
    process('argocd-application-controller', ...shared, `--metrics-port=${ports[4]}`),
    process(
      'argocd-applicationset-controller',
      ...[...cluster, `--argocd-repo-server=${at(0)}`, `--metrics-addr=${at(5)}`],
      ...[`--probe-addr=${at(6)}`, `--webhook-addr=${at(7)}`],
    ),
  ];
}

// Folders of the run in the place of those of Argo CD's image, and the programs that it finds there.
function surroundings(server: ApiServer): Record<string, string> {
  const made = (name: string) => {
    const folder = join(server.folder, 'argo-cd', name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  // Commits are not signed here; the check is called even so.
  const verify = join(made('bin'), 'git-verify-wrapper.sh');
  writeFileSync(verify, '#!/bin/sh\n');
  chmodSync(verify, 0o755);
  return {
    PATH: [made('bin'), tools, process.env.PATH].join(delimiter),
    KUBECONFIG: kubeConfigFile(server.folder),
    TMPDIR: made('tmp'),
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_TLS_DATA_PATH: made('tls'),
    ARGOCD_SSH_DATA_PATH: made('ssh'),
    // The path of a socket must be short, and that of a checkout need not be.
    ARGOCD_ASK_PASS_SOCK: join(mkdtempSync(join(tmpdir(), 'bizflow-')), 'ask-pass'),
  };
}
