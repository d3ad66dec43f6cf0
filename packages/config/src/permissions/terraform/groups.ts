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

/** Uses of a key: a role has them only through the service whose things the key encrypts. */
export const keyUses = freeze([
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'kms:GetPublicKey',
  'kms:RetireGrant',
  'kms:Sign',
] as const);
