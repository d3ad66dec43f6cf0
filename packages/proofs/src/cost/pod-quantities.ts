import type { Quantity } from './quantity.ts';

/** The pods of a Rollout, at their fewest. */
export interface Workload {
  readonly pods: number;
  readonly template: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: {
      readonly containers: readonly {
        readonly resources?: {
          readonly requests?: { readonly cpu?: string; readonly memory?: string };
        };
      }[];
    };
  };
}

/** The machine sizes of Fargate: vCPUs, and memory in whole or half gigabytes (EKS user guide, "Fargate pod configuration"). */
const fargateVcpus = [0.25, 0.5, 1, 2, 4, 8, 16];

/** What Fargate adds to each pod for the kubelet and its helpers, in GiB (the same page). */
const fargateOverheadGib = 0.25;

/** vCPUs and gigabytes of a general machine: a node has four times as many gigabytes as vCPUs. */
const node = { vcpu: 4, gibPerVcpu: 4 };

/** Machines for the pods of services: Fargate's by its sizes, Karpenter's by what the pods request. */
export const podQuantities = (
  workloads: readonly Workload[],
  nodeDiskGb: number,
): readonly Quantity[] => {
  const onFargate = workloads.filter(isFargate).map(fargate);
  const vcpu = workloads
    .filter((workload) => !isFargate(workload))
    .reduce((sum, { pods, template }) => sum + pods * nodeVcpu(requests(template)), 0);
  return [
    ...onFargate.flat(),
    ['m6g vCPU', vcpu],
    ['volume GB', Math.ceil(vcpu / node.vcpu) * nodeDiskGb],
  ];
};

const isFargate = ({ template }: Workload): boolean =>
  template.metadata.labels['bizflow.io/compute'] === 'fargate';

const fargate = ({ pods, template }: Workload): readonly Quantity[] => {
  const { vcpu, gib } = requests(template);
  const memory = gib + fargateOverheadGib;
  return [
    ['fargate vCPU', pods * (fargateVcpus.find((size) => size >= vcpu) ?? Number.NaN)],
    ['fargate GB', pods * (memory <= 0.5 ? 0.5 : Math.ceil(memory))],
  ];
};

const nodeVcpu = ({ vcpu, gib }: { vcpu: number; gib: number }): number =>
  Math.max(vcpu, gib / node.gibPerVcpu);

const requests = ({ spec }: Workload['template']) => ({
  vcpu: spec.containers.reduce((sum, { resources }) => sum + cpu(resources?.requests?.cpu), 0),
  gib: spec.containers.reduce((sum, { resources }) => sum + gibOf(resources?.requests?.memory), 0),
});

// Kubernetes quantities as they are rendered here: 250m or 1, 512Mi or 2Gi. Anything else is not a number.
const cpu = (text = '0'): number =>
  text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);

const gibOf = (text = '0Gi'): number => {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(text) ?? [];
  return unit === 'Mi' ? Number(amount) / 1024 : Number(amount);
};
