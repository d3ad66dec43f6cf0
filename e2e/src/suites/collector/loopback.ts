/** Where a collector of a rehearsal listens, and to whom it sends. */
export interface Addresses {
  readonly grpc: number;
  readonly http: number;
  readonly health: number;
  /** The port of the collector that decides about traces. */
  readonly sampler: number;
  /** The address that plays AWS. */
  readonly aws: string;
}

type Data = Readonly<Record<string, unknown>>;

const local = (port: number): string => `127.0.0.1:${port}`;

/** What each component gets in the place of its own; all else of a configuration stays. */
const changes: Readonly<Record<string, (at: Addresses) => Data>> = {
  'receivers.otlp.protocols.grpc': ({ grpc }) => ({ endpoint: local(grpc) }),
  'receivers.otlp.protocols.http': ({ http }) => ({ endpoint: local(http) }),
  'extensions.health_check': ({ health }) => ({ endpoint: local(health) }),
  // The resolver reads the cluster as a pod of it does.
  'exporters.load_balancing': ({ sampler }) => ({
    resolver: { static: { hostnames: [local(sampler)] } },
  }),
  'exporters.load_balancing/metrics': ({ sampler }) => ({
    resolver: { static: { hostnames: [local(sampler)] } },
  }),
  'exporters.prometheus_remote_write': ({ aws }) => ({ endpoint: `${aws}/api/v1/remote_write` }),
  'exporters.otlp_http/xray': ({ aws }) => ({ traces_endpoint: `${aws}/v1/traces` }),
  'exporters.awsemf': ({ aws }) => ({ endpoint: aws }),
  'processors.k8s_attributes': () => ({ auth_type: 'kubeConfig' }),
};

/** The rendered configuration of a collector with addresses on loopback, and without metrics of its own. */
export function onLoopback(config: Data, at: Addresses): Data {
  const moved = rewritten(config, '', at) as { service: Data };
  return { ...moved, service: { ...moved.service, telemetry: { metrics: { level: 'none' } } } };
}

function rewritten(value: unknown, path: string, at: Addresses): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [
    key,
    rewritten(member, path === '' ? key : `${path}.${key}`, at),
  ]);
  return { ...Object.fromEntries(members), ...changes[path]?.(at) };
}
