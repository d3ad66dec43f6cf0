import { type Cluster, type Fleet, type Service, servicesIn } from '@bizflow/config';
import { dataPorts } from '@bizflow/config/network';
import { collectors } from '@bizflow/config/tracing';
import { hostIn, hosts } from '../hosts.ts';
import type { PodConnection, PolicyEnd } from './policed.ts';

/** A connection of a pod that must be possible, or must not. */
export interface ExpectedPodConnection extends PodConnection {
  readonly opens: boolean;
}

const pod = (name: string, namespace: string, labels: Readonly<Record<string, string>>) => ({
  name,
  pod: { namespace, labels },
});

const podOf = ({ name }: Service): PolicyEnd =>
  pod(name, `bizflow-${name}`, { 'app.kubernetes.io/name': name });

// The operator names a collector's pods after it.
const collector = (name: string): PolicyEnd =>
  pod(name, collectors.namespace, { 'app.kubernetes.io/name': `${name}-collector` });

/** Any other pod of a namespace. */
const unnamedIn = (namespace: string): PolicyEnd =>
  pod(`another pod of ${namespace}`, namespace, {});

const [edge, sampler] = [collector('edge'), collector('sampler')];
const dns = pod('CoreDNS', 'kube-system', { 'k8s-app': 'kube-dns' });
const internet: PolicyEnd = { name: 'the Internet', ip: hosts.any };
const s3: PolicyEnd = { name: "the region's buckets", ip: hosts.s3 };

/** Pods that the API server or the internal load balancer calls, in namespaces that nothing here may close. */
const called: readonly (readonly [end: PolicyEnd, port: number])[] = [
  [pod('the load balancer controller', 'aws-load-balancer-controller', {}), 9443],
  [pod("external-secrets' webhook", 'external-secrets', {}), 10_250],
  [pod('metrics-server', 'metrics-server', {}), 10_250],
  [pod("policy-controller's webhook", 'policy-controller', {}), 8443],
  [pod("Calico's API server", 'calico-system', {}), 5443],
  [pod("Argo CD's server", 'argocd', {}), 8080],
];

type Row = readonly [from: PolicyEnd, to: PolicyEnd, port: number, protocol?: 'UDP'];

const expected = (opens: boolean, rows: readonly Row[]): readonly ExpectedPodConnection[] =>
  rows.map(([from, to, port, protocol]) => ({
    from,
    to,
    port,
    protocol: protocol ?? 'TCP',
    opens,
  }));

const endsOf = ({ network }: Cluster) => ({
  aws: { name: 'the API server and endpoints of AWS', ip: hostIn(network.private[0]) },
  balancer: { name: 'the load balancer', ip: hostIn(network.public[0]) },
  data: { name: 'the data stores', ip: hostIn(network.database[0]) },
});

const ofService = (cluster: Cluster, service: Service): readonly ExpectedPodConnection[] => {
  const { aws, balancer, data } = endsOf(cluster);
  const own = podOf(service);
  const reaches = (reach: Service['reaches'][number]) => service.reaches.includes(reach);
  return [
    ...expected(true, [
      [own, dns, 53],
      [own, dns, 53, 'UDP'],
      [own, edge, 4318],
      [own, aws, 443],
    ]),
    ...expected(false, [
      [own, sampler, 4317],
      [own, aws, 10_250],
      [own, internet, 25],
      [internet, own, service.port],
      // Nothing is said of it, so that it may nothing.
      [unnamedIn(`bizflow-${service.name}`), internet, 443],
      [balancer, unnamedIn(`bizflow-${service.name}`), service.port],
    ]),
    ...expected(service.exposure !== null, [[balancer, own, service.port]]),
    ...expected(reaches('internet'), [[own, internet, 443]]),
    ...expected(reaches('bucket') || reaches('internet'), [[own, s3, 443]]),
    ...expected(reaches('database'), [[own, data, dataPorts.database]]),
    ...expected(reaches('redis'), [[own, data, dataPorts.redis]]),
  ];
};

/** What the pods of a cluster must reach and be reached by, and what they must not. */
export const podConnections = (
  cluster: Cluster,
  fleet: Fleet,
): readonly ExpectedPodConnection[] => {
  const services = servicesIn(cluster, fleet);
  const { aws, data } = endsOf(cluster);
  const pairs = services.flatMap((one) =>
    services
      .filter((other) => other !== one)
      .map((other): Row => [podOf(one), podOf(other), other.port]),
  );
  return [
    ...services.flatMap((service) => ofService(cluster, service)),
    ...expected(true, [
      [edge, sampler, 4317],
      ...[edge, sampler].flatMap((one): readonly Row[] => [
        [one, dns, 53, 'UDP'],
        [one, aws, 443],
        [one, internet, 443],
      ]),
      ...called.map(([end, port]): Row => [aws, end, port]),
    ]),
    ...expected(false, [
      ...pairs,
      [dns, edge, 4318],
      [sampler, edge, 4317],
      [edge, data, dataPorts.database],
      [internet, edge, 4318],
      [dns, unnamedIn(collectors.namespace), 4317],
    ]),
  ];
};
