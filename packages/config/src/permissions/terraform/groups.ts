import { freeze } from '@bizflow/kernel';
import { accessIn } from './access.ts';
import { accessGroups } from './access-groups.ts';

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
