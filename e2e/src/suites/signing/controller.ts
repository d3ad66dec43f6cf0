import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Manifest } from '@bizflow/config';
import { platformAccounts, policyController } from '@bizflow/config/platform';
import { imageAdmission } from '@bizflow/config/release';
import { freePorts } from '@bizflow/testing/ports';
import { actingAs } from '../../harness/acting-as.ts';
import type { Api, Live } from '../../harness/api.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { accept, type Backend, refuse } from '../../harness/egress.ts';
import { type Running, start } from '../../harness/processes.ts';
import { until } from '../../harness/until.ts';

const { namespace, serviceAccount } = platformAccounts['policy-controller'];

/** Starts policy-controller as its rendered Deployment says, with the rights of its account and no more. */
export async function startController(
  plane: ControlPlane,
  deployment: Manifest,
): Promise<() => Promise<void>> {
  const [container] = (deployment as Live).spec.template.spec.containers;
  const [profiling, metrics] = await freePorts(2);
  const rendered = Object.fromEntries(
    container.env.map(({ name, value }: Record<'name' | 'value', string>) => [name, value]),
  );
  let running: Running | undefined;
  plane.add((run, server) => {
    const account = `${namespace}:${serviceAccount}`;
    const KUBECONFIG = actingAs(server, policyController.name, account);
    running = run.keep(
      start(server.folder, policyController.name, 'webhook', container.args, {
        ...rendered,
        ...{ KUBECONFIG, HOME: server.folder, METRICS_PROMETHEUS_HOST: '127.0.0.1' },
        ...{ METRICS_PROMETHEUS_PORT: `${metrics}`, PROFILING_PORT: `${profiling}` },
      }),
    );
    // It ends before its cluster does, which must not end the run.
    return { ...running, failed: new Promise<never>(() => {}) };
  });
  await Promise.race([answering(plane.api), running?.failed]);
  return async () => running?.stop();
}

/** Until it has given our configuration its rules and its certificate. */
const answering = (api: Api): Promise<unknown> =>
  until('policy-controller fills in its webhook', 120, async () => {
    const live = await api.read({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: imageAdmission.webhook },
    });
    const [webhook] = live?.webhooks ?? [];
    return webhook?.rules !== undefined && webhook.clientConfig.caBundle !== undefined;
  });

/** The cluster's network, as far as the API server needs it: its Service leads to the program. */
export const leadsTo =
  (api: Api): Backend =>
  (host, _port, connection) =>
    void addressOf(api).then(
      (address) => (address === host ? join(connection) : refuse(connection)),
      () => refuse(connection),
    );

const addressOf = async (api: Api): Promise<string | undefined> =>
  (
    await api.read({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'webhook', namespace },
    })
  )?.spec.clusterIP;

function join(connection: Duplex): void {
  const pod = connect(policyController.port, '127.0.0.1');
  pod.once('connect', () => {
    accept(connection);
    connection.pipe(pod).pipe(connection);
  });
  pod.once('error', () => refuse(connection));
  connection.once('close', () => pod.destroy());
}
