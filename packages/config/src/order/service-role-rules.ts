import { type Problem, problem, unless } from '@bizflow/kernel';
import { controllers } from '../platform/controllers.ts';
import { type ServiceLinkedRole, serviceLinkedRoles } from './service-linked-roles.ts';

/** Kinds of a cluster for which AWS makes something: Kubernetes' own, and those of the controllers. */
const kinds = new Set([
  'Ingress',
  ...controllers.flatMap(({ serves }) => serves.map((kind: string) => kind.replace(/\..*/, ''))),
]);

/** Each service-linked role is needed by a type that Terraform's sources make, or a kind that clusters have. */
export const serviceRoleRules = (
  made: ReadonlySet<string>,
  roles: readonly ServiceLinkedRole[] = serviceLinkedRoles,
): readonly Problem[] =>
  roles.flatMap(({ service, neededBy }, index) => [
    ...unless(/^([a-z0-9-]+\.)+amazonaws\.com$/.test(service), {
      code: 'SERVICE_ROLE',
      at: `order.serviceLinkedRoles[${index}].service`,
      value: service,
      reason: 'is not a service of AWS',
      remedy: 'write its name as `aws iam create-service-linked-role` takes it: rds.amazonaws.com',
    }),
    ...neededBy
      .filter((name) => !made.has(name) && !kinds.has(name))
      .map((name) =>
        problem({
          code: 'SERVICE_ROLE',
          at: `order.serviceLinkedRoles[${index}].neededBy`,
          value: name,
          reason: `is neither a resource in the sources of Terraform nor a kind of a cluster, so nothing waits for the role of ${service}`,
          remedy: 'correct the name, or remove what is not made any more',
        }),
      ),
  ]);
