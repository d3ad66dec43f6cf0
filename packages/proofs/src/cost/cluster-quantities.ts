import type { Cluster } from '@bizflow/config';
import { load } from 'js-yaml';
import { podQuantities, type Workload } from './pod-quantities.ts';
import type { Quantity } from './quantity.ts';
import { webAcl } from './resource-quantities.ts';

/** An object of `gitops/`, as far as it is read here. */
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Fields;
}

interface Fields {
  readonly ingressClassName?: string;
  readonly group?: { readonly name: string };
  readonly scheme?: string;
  readonly type?: string;
  readonly rules?: readonly unknown[];
  readonly replicas?: number;
  readonly minReplicas?: number;
  readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
  readonly template?: Workload['template'];
  readonly blockDeviceMappings?: readonly { readonly ebs: { readonly volumeSize: string } }[];
}

// Most objects of a cluster are free, and to parse them all takes longer than all the rest.
const counted =
  /^kind: (Ingress|IngressClassParams|Service|WebACL|Rollout|HorizontalPodAutoscaler|EC2NodeClass)$/m;

/** What a cluster makes in AWS by itself, of the texts of its files: load balancers, machines for the pods of services, web ACLs. */
export const clusterQuantities = (
  { region }: Cluster,
  texts: readonly string[],
): readonly Quantity[] => {
  const objects = texts.filter((text) => counted.test(text)).map((text) => load(text) as Manifest);
  const of = (kind: string) => objects.filter((object) => object.kind === kind);
  return [
    ...balancers(of, region.zones.length),
    ...of('Service').flatMap(({ spec }): readonly Quantity[] =>
      spec?.type === 'LoadBalancer' ? [['load balancer', 1]] : [],
    ),
    ...of('WebACL').flatMap(({ spec }) => webAcl(JSON.stringify(spec?.rules ?? []))),
    ...podQuantities(workloads(of), diskGb(of)),
  ];
};

type Of = (kind: string) => readonly Manifest[];

// Ingresses of one group share a load balancer, with an address in each zone if the Internet reaches it.
const balancers = (of: Of, zones: number): readonly Quantity[] => {
  const named = new Set(of('Ingress').map(({ spec }) => spec?.ingressClassName));
  const used = of('IngressClassParams').filter(({ metadata }) => named.has(metadata.name));
  const open = used.filter(({ spec }) => spec?.scheme === 'internet-facing');
  return [
    ['load balancer', new Set(used.map(({ spec }) => spec?.group?.name)).size],
    ['public address', zones * open.length],
  ];
};

// An autoscaler's fewest pods are there all the time.
const workloads = (of: Of): readonly Workload[] =>
  of('Rollout').flatMap(({ metadata, spec }) => {
    const scaler = of('HorizontalPodAutoscaler').find(
      (one) =>
        one.metadata.namespace === metadata.namespace &&
        one.spec?.scaleTargetRef?.name === metadata.name,
    );
    const template = spec?.template;
    const pods = scaler?.spec?.minReplicas ?? spec?.replicas ?? 1;
    return template === undefined ? [] : [{ pods, template }];
  });

const diskGb = (of: Of): number =>
  of('EC2NodeClass')
    .flatMap(({ spec }) => spec?.blockDeviceMappings ?? [])
    .reduce((sum, { ebs }) => sum + Number.parseInt(ebs.volumeSize, 10), 0);
