import type { Cluster, Service } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';

/** The service's identity: IRSA, because EKS Pod Identity does not reach Fargate. */
export const serviceAccount = (scope: Construct, cluster: Cluster, service: Service): void => {
  new k8s.KubeServiceAccount(scope, 'service-account', {
    metadata: {
      name: service.name,
      annotations: { 'eks.amazonaws.com/role-arn': roleArn(cluster, service) },
    },
    // IRSA's webhook mounts its own token; the API server's is not needed.
    automountServiceAccountToken: false,
  });
};
