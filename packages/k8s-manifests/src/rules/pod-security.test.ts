import { podSecurityLevels, whyNoPodSecurity } from '@bizflow/testing/pod-security';
import { skips } from '@bizflow/testing/tools';
import fc from 'fast-check';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { describe, expect, it } from 'vitest';
import type { Anything } from '../../testing/planted.ts';
import { podSecurityLevel } from './pod-security.ts';

const strict = (): Anything => ({
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  volumes: [{ name: 'a', emptyDir: {} }],
  initContainers: [container('before')],
  containers: [container('main')],
});

const container = (name: string): Anything => ({
  ...{ name, image: 'example.com/a:1' },
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
});

type Change = (pod: Anything) => unknown;

const ofContainers = (change: Change): Change[] => [
  (pod) => change(pod.containers[0]),
  (pod) => change(pod.initContainers[0]),
];
const ofContexts = (change: Change): Change[] => [
  (pod) => change(pod.securityContext),
  ...ofContainers((one) => change(one.securityContext)),
];
const types = (field: string, ...values: readonly string[]): Change[] =>
  values.flatMap((type) => ofContexts((context) => (context[field] = { type })));

/** One thing each that some level looks at, or that none does. */
const changes: readonly Change[] = [
  ...['hostNetwork', 'hostPID', 'hostIPC'].map(
    (field): Change =>
      (pod) =>
        (pod[field] = true),
  ),
  ...['hostPath', 'nfs', 'configMap', 'secret', 'projected', 'csi', 'iscsi', 'downwardAPI'].map(
    (kind): Change =>
      (pod) =>
        pod.volumes.push({ name: kind, [kind]: {} }),
  ),
  ...['kernel.shm_rmid_forced', 'net.ipv4.tcp_wmem', 'kernel.msgmax'].map(
    (name): Change =>
      (pod) =>
        (pod.securityContext.sysctls = [{ name, value: '1' }]),
  ),
  ...types('seccompProfile', 'Unconfined', 'Localhost', 'RuntimeDefault'),
  ...types('appArmorProfile', 'Unconfined', 'Localhost', 'RuntimeDefault'),
  ...types('seLinuxOptions', '', 'container_t', 'container_engine_t', 'spc_t'),
  ...ofContexts((context) => (context.seLinuxOptions = { user: 'system_u' })),
  ...ofContexts((context) => (context.seLinuxOptions = { role: 'object_r' })),
  ...ofContexts((context) => (context.windowsOptions = { hostProcess: true })),
  ...ofContexts((context) => delete context.seccompProfile),
  ...[true, false].flatMap((value) => ofContexts((context) => (context.runAsNonRoot = value))),
  ...ofContexts((context) => delete context.runAsNonRoot),
  ...[0, 1000].flatMap((id) => ofContexts((context) => (context.runAsUser = id))),
  ...ofContainers(({ securityContext }) => (securityContext.privileged = true)),
  ...ofContainers(({ securityContext }) => (securityContext.allowPrivilegeEscalation = true)),
  ...ofContainers(({ securityContext }) => delete securityContext.allowPrivilegeEscalation),
  ...['Default', 'Unmasked'].flatMap((mount) =>
    ofContainers(({ securityContext }) => (securityContext.procMount = mount)),
  ),
  ...['NET_BIND_SERVICE', 'CHOWN', 'SYS_ADMIN', 'NET_RAW'].flatMap((name) =>
    ofContainers(({ securityContext }) => (securityContext.capabilities.add = [name])),
  ),
  ...ofContainers(({ securityContext }) => (securityContext.capabilities.drop = ['NET_RAW'])),
  ...ofContainers(({ securityContext }) => delete securityContext.capabilities),
  ...ofContainers((one) => delete one.securityContext),
  ...[0, 8080].flatMap((hostPort) =>
    ofContainers((one) => (one.ports = [{ containerPort: 80, hostPort }])),
  ),
  ...['', 'example.com'].flatMap((host) => [
    ...ofContainers((one) => (one.livenessProbe = { httpGet: { port: 80, host } })),
    ...ofContainers((one) => (one.startupProbe = { tcpSocket: { port: 80, host } })),
    ...ofContainers((one) => (one.lifecycle = { preStop: { httpGet: { port: 80, host } } })),
  ]),
];

const changed = (...some: readonly Change[]): IPodSpec => {
  const pod = strict();
  for (const change of some) {
    // A change of a part that another one took away changes nothing.
    try {
      change(pod);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return pod;
};

const skip = skips('go', 'the levels of the Pod Security Standards', whyNoPodSecurity());

describe.skipIf(skip)('the level of a pod is what the API server says,', () => {
  it('with one thing changed', () => {
    const pods = [changed(), ...changes.map((change) => changed(change))];
    expect(pods.map(podSecurityLevel)).toEqual(podSecurityLevels(pods));
    expect(new Set(pods.map(podSecurityLevel)).size).toBe(3);
  });

  it('where every container is not root, but the pod may be', () => {
    const pod = strict();
    pod.securityContext.runAsNonRoot = false;
    for (const one of [...pod.initContainers, ...pod.containers]) {
      one.securityContext.runAsNonRoot = true;
    }
    expect([podSecurityLevel(pod)]).toEqual(podSecurityLevels([pod]));
  });

  it('with several', () => {
    const some = fc.array(fc.constantFrom(...changes), { minLength: 2, maxLength: 4 });
    const pods = fc.sample(some, 1000).map((few) => changed(...few));
    expect(pods.map(podSecurityLevel)).toEqual(podSecurityLevels(pods));
  });
});
