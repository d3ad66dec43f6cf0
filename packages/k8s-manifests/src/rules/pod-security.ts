import type { PodSecurityLevel } from '@bizflow/config/charts';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { type Container, containersOf } from './pods.ts';

type Context = NonNullable<IPodSpec['securityContext']>;

/** Capabilities, sysctls and SELinux types that `baseline` lets a pod ask for (Pod Security Standards). */
const baseline = {
  capabilities: [
    ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD'],
    ...['NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
  ],
  sysctls: [
    ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range'],
    ...['net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies'],
    ...['net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports'],
    ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout'],
    ...['net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'],
    ...['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
  ],
  seLinuxTypes: ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'],
};

/** Volumes of `restricted`. */
const restrictedVolumes = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
];

/**
 * The strictest level of the Pod Security Standards that admits a pod, as of Kubernetes 1.35. A test compares it with
 * the module that the API server uses.
 */
export const podSecurityLevel = (pod: IPodSpec): PodSecurityLevel => {
  const containers = containersOf(pod);
  if (!isBaseline(pod, containers)) return 'privileged';
  return isRestricted(pod, containers) ? 'restricted' : 'baseline';
};

const isBaseline = (pod: IPodSpec, containers: readonly Container[]): boolean =>
  !(pod.hostNetwork || pod.hostPID || pod.hostIPC) &&
  (pod.volumes ?? []).every(({ hostPath }) => hostPath === undefined) &&
  (pod.securityContext?.sysctls ?? []).every(({ name }) => baseline.sysctls.includes(name)) &&
  contextIsBaseline(pod.securityContext ?? {}) &&
  containers.every(containerIsBaseline);

const contextIsBaseline = (context: Context | NonNullable<Container['securityContext']>): boolean =>
  context.windowsOptions?.hostProcess !== true &&
  baseline.seLinuxTypes.includes(context.seLinuxOptions?.type ?? '') &&
  !(context.seLinuxOptions?.user || context.seLinuxOptions?.role) &&
  context.seccompProfile?.type !== 'Unconfined' &&
  context.appArmorProfile?.type !== 'Unconfined';

const containerIsBaseline = (container: Container): boolean => {
  const { securityContext: context = {}, ports = [] } = container;
  return (
    contextIsBaseline(context) &&
    context.privileged !== true &&
    (context.capabilities?.add ?? []).every((name) => baseline.capabilities.includes(name)) &&
    ['Default', ''].includes(context.procMount ?? 'Default') &&
    ports.every(({ hostPort = 0 }) => hostPort === 0) &&
    callsOf(container).every((host) => !host)
  );
};

/** The hosts that the node is told to call for a container: none, where it is to call the container itself. */
const callsOf = ({ lifecycle, ...probes }: Container): readonly (string | undefined)[] =>
  [
    ...[probes.livenessProbe, probes.readinessProbe, probes.startupProbe],
    ...[lifecycle?.postStart, lifecycle?.preStop],
  ].flatMap((call) => [call?.httpGet?.host, call?.tcpSocket?.host]);

const isRestricted = (pod: IPodSpec, containers: readonly Container[]): boolean =>
  (pod.volumes ?? []).every(({ name: _, ...source }) =>
    // A volume without a source is an emptyDir once the API server has it.
    Object.keys(source).every((kind) => restrictedVolumes.includes(kind)),
  ) &&
  pod.securityContext?.runAsUser !== 0 &&
  // Refused even where every container says otherwise.
  pod.securityContext?.runAsNonRoot !== false &&
  containers.every((container) => containerIsRestricted(container, pod.securityContext ?? {}));

const confined = ['RuntimeDefault', 'Localhost'];

const containerIsRestricted = ({ securityContext = {} }: Container, pod: Context): boolean => {
  const { capabilities, runAsNonRoot = pod.runAsNonRoot } = securityContext;
  const { type } = securityContext.seccompProfile ?? pod.seccompProfile ?? {};
  return (
    securityContext.allowPrivilegeEscalation === false &&
    runAsNonRoot === true &&
    securityContext.runAsUser !== 0 &&
    type !== undefined &&
    confined.includes(type) &&
    (capabilities?.drop ?? []).includes('ALL') &&
    (capabilities?.add ?? []).every((name) => name === 'NET_BIND_SERVICE')
  );
};
