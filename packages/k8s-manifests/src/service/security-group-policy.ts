import type { Cluster, Manifest, Service } from '@bizflow/config';
import { selectorLabels } from '../labels.ts';
import { customResource } from '../synth.ts';
import { metadata } from './metadata.ts';

/** `vpcresources.k8s.aws/v1beta1`, as EKS itself serves it (amazon-vpc-resource-controller-k8s). */
export interface SecurityGroupPolicy extends Manifest {
  readonly apiVersion: 'vpcresources.k8s.aws/v1beta1';
  readonly kind: 'SecurityGroupPolicy';
  readonly spec: {
    readonly podSelector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly securityGroups: { readonly groupIds: readonly string[] };
  };
}

/** The only network policy that reaches Fargate pods: neither Calico nor the VPC CNI's do. */
export const securityGroupPolicy = (cluster: Cluster, service: Service): Manifest => {
  const object: SecurityGroupPolicy = {
    apiVersion: 'vpcresources.k8s.aws/v1beta1',
    kind: 'SecurityGroupPolicy',
    metadata: metadata(cluster, service, service.name, 'ground'),
    spec: {
      podSelector: { matchLabels: selectorLabels(service) },
      securityGroups: { groupIds: [cluster.fargateSecurityGroup] },
    },
  };
  return customResource(object);
};
