import type { Cluster, Fleet } from '@bizflow/config';
import { roleName } from '@bizflow/config/names';
import { workloadRoles as roles } from '../roles/workload-roles.ts';
import { type ModuleCall, outputOf } from '../root-file.ts';

/** A role for each service account that gitops/ annotates with one, under the name it derives. */
export const workloadRoles = (cluster: Cluster, fleet: Fleet): ModuleCall => ({
  module: 'workload-roles',
  inputs: {
    name: cluster.name,
    oidc_provider_arn: outputOf('eks', 'oidc_provider_arn'),
    oidc_issuer: outputOf('eks', 'oidc_issuer'),
    roles: Object.fromEntries(
      roles(cluster, fleet).map(({ name, namespace, serviceAccount, statements }) => [
        roleName(cluster, { name }),
        {
          namespace,
          service_account: serviceAccount,
          // The module takes an empty condition for none.
          statements: statements.map(({ condition = {}, ...what }) => ({ ...what, condition })),
        },
      ]),
    ),
  },
});
