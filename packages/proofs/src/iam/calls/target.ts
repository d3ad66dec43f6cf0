import type { Cluster } from '@bizflow/config';
import type { Plan } from '@bizflow/terraform-plan';
import type { Request } from '../is-allowed.ts';

/** What IAM is asked about a thing: its ARN, and the context that AWS sends beside the region. */
export type Target = Pick<Request, 'resource' | 'context'>;

/** The place whose things are met, and the plan of its root. */
export interface Meeting {
  readonly cluster: Cluster;
  readonly plan: Plan;
}

/** The ARN of something of the cluster's own region and account. */
export const arnIn = ({ cluster }: Meeting, service: string, rest: string): string =>
  `arn:aws:${service}:${cluster.region.id}:${cluster.account}:${rest}`;

/** One thing with the context of a call to the cluster's own region. */
export const target = (
  { cluster }: Meeting,
  resource: string,
  context: Request['context'] = {},
): readonly Target[] => [
  { resource, context: { 'aws:RequestedRegion': cluster.region.id, ...context } },
];

/** A resource of the plan, which another proof misses when it is gone. */
export const found = ({ plan }: Meeting, type: string, address = '') =>
  plan.resources.filter((one) => one.type === type && one.address.includes(address));
