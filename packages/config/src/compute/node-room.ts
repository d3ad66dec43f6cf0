import { freeze } from '@bizflow/kernel';
import { memoryOf, vcpus } from '../cost/sizes.ts';

/** What pods can have: vCPUs, bytes, and how many of them. */
export interface Room {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

const mebibyte = 2 ** 20;

/** Pods of an instance size without prefix delegation (amazon-vpc-cni-k8s, misc/eni-max-pods.txt). */
const mostPods: Readonly<Record<string, number | undefined>> = {
  large: 29,
  xlarge: 58,
  '2xlarge': 58,
  '4xlarge': 234,
};

// Kept for the kubelet, of the first CPU, the second, the third and fourth, and each further one.
const reservedShare = (vcpu: number): number =>
  0.06 +
  0.01 * Math.min(vcpu - 1, 1) +
  0.005 * Math.min(Math.max(vcpu - 2, 0), 2) +
  0.0025 * Math.max(vcpu - 4, 0);

/**
 * What one node leaves to pods: the instance without what the kubelet keeps (Bottlerocket and Amazon Linux reserve
 * the same: 255 MiB, 11 MiB for each pod, and 100 MiB before evictions). `undefined` for other families and sizes.
 */
export const nodeRoom = (instance: string): Room | undefined => {
  const [, size = ''] = instance.split('.');
  const [vcpu, memory, pods] = [vcpus(instance), memoryOf(instance), mostPods[size]];
  if (vcpu === undefined || memory === undefined || pods === undefined) return undefined;
  return {
    cpu: vcpu - reservedShare(vcpu),
    memory: memory - (255 + 11 * pods + 100) * mebibyte,
    pods,
  };
};

/**
 * Pods that neither we nor a chart renders. Each node: aws-node, kube-proxy, CloudWatch's agent and Fluent Bit, and
 * Calico's node. Each cluster: CoreDNS, CloudWatch's operator, and Calico's API server, controllers and Typha, for
 * which our decision is a request of 100m and 128Mi (0057), because its operator sets none.
 */
export const operatorPods = freeze({
  perNode: { cpu: 0.05 + 0.1 + 0.25 + 0.05 + 0.1, memory: (128 + 25 + 128) * mebibyte, pods: 5 },
  perCluster: { cpu: 0.2 + 0.1 + 0.6, memory: (140 + 64 + 768) * mebibyte, pods: 9 },
});
