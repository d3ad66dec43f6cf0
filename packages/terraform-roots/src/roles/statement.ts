import type { Cluster } from '@bizflow/config';

/** What a role is allowed; IAM refuses everything else. */
export type Statement = {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Condition;
};

/** Operators, their keys, and the values of which one must match (IAM, "Condition"). */
export type Condition = {
  readonly [operator: string]: { readonly [key: string]: readonly string[] };
};

/** The ARN of something of a service in the cluster's own place. */
export const arn = ({ account, region }: Cluster, service: string, resource: string): string =>
  `arn:aws:${service}:${region.id}:${account}:${resource}`;

/** Limits to the cluster's own region, for actions without resource-level permissions. */
export const inRegion = ({ region }: Cluster): Condition => ({
  StringEquals: { 'aws:RequestedRegion': [region.id] },
});

/** A key is used only through a service of AWS, never directly. */
export const via = ({ region }: Cluster, service: string): Condition => ({
  StringEquals: { 'kms:ViaService': [`${service}.${region.id}.amazonaws.com`] },
});

/** For actions without resource-level permissions (Service Authorization Reference). */
export const anyResource = ['*'] as const;
