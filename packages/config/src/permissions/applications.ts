import { freeze } from '@bizflow/kernel';
import type { Service } from '../services/service.ts';
import type { Call, CallTable } from './call.ts';

/** What a service asks of the bucket that it reaches. */
export const objectCalls = freeze([
  ['s3:DeleteObject', ['bucketObject'], 'a user deletes a file'],
  ['s3:GetObject', ['bucketObject'], 'a user reads a file'],
  ['s3:ListBucket', ['bucket'], 'without it a missing object looks refused (S3 API, "GetObject")'],
  ['s3:PutObject', ['bucketObject'], 'a user stores a file'],
  ['kms:Decrypt', ['bucketKey'], 'reads what is encrypted'],
  ['kms:GenerateDataKey', ['bucketKey'], 'stores an object'],
] as const satisfies readonly Call[]);

/** What every service asks of the key of its fields. */
export const fieldCalls = freeze([
  ['kms:Decrypt', ['applicationKey'], 'reads what is encrypted'],
  ['kms:Encrypt', ['applicationKey'], 'encrypts a field of up to 4 KB'],
  ['kms:GenerateDataKey', ['applicationKey'], 'encrypts a larger field'],
] as const satisfies readonly Call[]);

/**
 * Pods of one of our services. The document gives them "IRSA for secure AWS access", an S3 bucket and the key
 * bizflow/app-data; what they do with them is our decision (0056), as their source is not here.
 */
export const applicationOf = ({ reaches }: Pick<Service, 'reaches'>): CallTable => ({
  source: { repository: 'BizFlow', version: 'docs/decisions/0056', pin: undefined },
  calls: [...(reaches.includes('bucket') ? objectCalls : []), ...fieldCalls],
});
