import { freeze } from '@bizflow/kernel';
import { type AccessTable, accessIn } from './access.ts';
import { clusters } from './clusters.ts';
import { databases } from './databases.ts';
import { delivery } from './delivery.ts';
import { edge } from './edge.ts';
import { filters } from './filters.ts';
import { guards } from './guards.ts';
import { identity } from './identity.ts';
import { links } from './links.ts';
import { messages } from './messages.ts';
import { network } from './network.ts';
import { buckets, keys, secrets } from './storage.ts';
import { telemetry } from './telemetry.ts';

/** Tables by the policy that holds their actions; IAM takes 6,144 characters in one policy. */
export const accessGroups = {
  network: [network, ...links],
  data: [buckets, keys, secrets, ...databases],
  edge: [...edge, ...filters],
  platform: [clusters, identity, ...delivery],
  telemetry: [...telemetry, ...messages],
  guards,
} as const satisfies Readonly<Record<string, readonly AccessTable[]>>;

/** What Terraform asks of AWS, by the type of resource or data source. */
export const terraformAccess = accessIn(Object.values(accessGroups).flat());

/** Data sources that ask AWS for nothing but who is asking, which needs no permission. */
export const asksNothing: ReadonlySet<string> = new Set([
  'aws_caller_identity',
  'aws_iam_policy_document',
  'aws_partition',
  'aws_region',
]);

/** Services with one endpoint for the world, and the region that IAM sees in a request to it. */
export const worldwide = freeze({
  budgets: 'us-east-1',
  // Four regions have one; from any other the provider calls this (chatbot/service_package.go).
  chatbot: 'us-west-2',
  cloudfront: 'us-east-1',
  iam: 'us-east-1',
  route53: 'us-east-1',
  shield: 'us-east-1',
} as const satisfies Readonly<Record<string, string>>);

/** Uses of a key: a role has them only through the service whose things the key encrypts. */
export const keyUses = freeze([
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'kms:GetPublicKey',
  'kms:RetireGrant',
  'kms:Sign',
] as const);
