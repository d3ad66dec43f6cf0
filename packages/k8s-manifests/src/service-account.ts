import type { Cluster } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import { type ControllerName, platformIdentities } from '@bizflow/config/platform';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';

/** The annotation by which pods of a service account act as a role of AWS: IRSA, for Pod Identity does not reach Fargate. */
export const actsAs = (cluster: Cluster, role: string) => ({
  'eks.amazonaws.com/role-arn': roleArn(cluster, { name: role }),
});

/** A service account that acts as a role of AWS. IRSA mounts a token of its own; few pods need the API server's. */
export const serviceAccount = (
  scope: Construct,
  id: string,
  cluster: Cluster,
  { name, role }: { readonly name: string; readonly role: string },
  automountServiceAccountToken = false,
): void => {
  new k8s.KubeServiceAccount(scope, id, {
    metadata: { name, annotations: actsAs(cluster, role) },
    automountServiceAccountToken,
  });
};

/** What a chart's values say of the service account of a controller with access to AWS. */
export const chartAccount = (cluster: Cluster, controller: ControllerName) => {
  const identity = platformIdentities.find(({ name }) => name === controller);
  if (identity === undefined) return {};
  const { name, serviceAccount } = identity;
  return {
    serviceAccount: { create: true, name: serviceAccount, annotations: actsAs(cluster, name) },
  };
};
