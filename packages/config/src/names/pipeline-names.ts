import type { Cluster } from '../clusters/clusters.ts';
import type { Service } from '../services/service.ts';

/** A stage of a service in the delivery account, and its role: `bizflow-delivery-<service>-<stage>`. */
export const stageName = (
  delivery: { readonly name: string },
  { name }: Pick<Service, 'name'>,
  stage: 'build' | 'staging' | 'release',
): string => `${delivery.name}-${name}-${stage}`;

/** The role by which the staging stage looks at its cluster: `bizflow-<environment>-<region>-pipeline`. */
export const pipelineRole = ({ name }: Pick<Cluster, 'name'>): string => `${name}-pipeline`;

/** The external ID with which it takes that role, so that no other errand does. */
export const pipelineExternalId = ({ id }: Pick<Cluster, 'id'>): string => `bizflow/${id}/pipeline`;

/** The Kubernetes group of this role: an EKS access entry assigns it, a Role grants its permissions. */
export const pipelineGroup = 'bizflow:pipeline';
