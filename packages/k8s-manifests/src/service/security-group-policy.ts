import type { Cluster, Manifest, Service } from '@bizflow/config';
import type { Construct } from 'constructs';
import { selectorLabels } from '../labels.ts';
import { customResource } from '../synth.ts';

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
export const securityGroupPolicy = (scope: Construct, cluster: Cluster, service: Service): void => {
  customResource<SecurityGroupPolicy>(scope, 'security-group-policy', {
    apiVersion: 'vpcresources.k8s.aws/v1beta1',
    kind: 'SecurityGroupPolicy',
    metadata: { name: service.name },
    spec: {
      podSelector: { matchLabels: selectorLabels(service) },
      securityGroups: { groupIds: [cluster.fargateSecurityGroup] },
    },
  });
};
