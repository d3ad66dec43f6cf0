import type { Cluster, Manifest, Service } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import { KubeServiceAccount } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described, metadata } from './metadata.ts';

/** The service's identity: IRSA, because EKS Pod Identity does not reach Fargate. */
export const serviceAccount = (cluster: Cluster, service: Service): Manifest =>
  described(
    metadata(cluster, service, service.name, 'ground', {
      'eks.amazonaws.com/role-arn': roleArn(cluster, service),
    }),
    // IRSA's webhook mounts its own token; the API server's is not needed.
    KubeServiceAccount.manifest({ automountServiceAccountToken: false }),
  );
