import type { ApiServer } from './api-server.ts';
import { certificate, kubeConfigFile } from './credentials.ts';
import { type Running, start } from './processes.ts';
import type { Run } from './run.ts';
import type { Tool } from './tools.ts';

const component = (
  run: Run,
  { folder }: ApiServer,
  program: Tool,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running =>
  run.keep(
    start(folder, program, program, [`--kubeconfig=${kubeConfigFile(folder)}`, ...args], env),
  );

/** Kubernetes' own controllers, with the waits of autoscaling cut short. */
export const controllerManager = (run: Run, server: ApiServer): Running =>
  component(run, server, 'kube-controller-manager', [
    '--leader-elect=false',
    '--secure-port=0',
    `--root-ca-file=${certificate(server.folder)}`,
    `--service-account-private-key-file=${server.credentials.signingKey}`,
    '--horizontal-pod-autoscaler-sync-period=2s',
    '--horizontal-pod-autoscaler-initial-readiness-delay=0s',
    '--horizontal-pod-autoscaler-cpu-initialization-period=0s',
  ]);

/** The scheduler, which must find every pod a node. */
export const scheduler = (run: Run, server: ApiServer): Running =>
  component(run, server, 'kube-scheduler', ['--leader-elect=false', '--secure-port=0']);

/** Argo Rollouts without a listener: it can only listen on all addresses, and an invalid port prevents that. */
export const argoRollouts = (run: Run, server: ApiServer): Running =>
  component(run, server, 'rollouts-controller', [
    '--leader-elect=false',
    '--metricsPort=-1',
    '--healthzPort=-1',
  ]);
