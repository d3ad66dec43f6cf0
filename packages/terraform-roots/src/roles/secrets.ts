import type { Cluster } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { keyArn } from '../calls/security.ts';
import { arn, type Statement, via } from './statement.ts';

/** The ARN of a secret; AWS appends a dash and six random characters to the name. */
export const secretArn = (cluster: Cluster, secret: string): string =>
  arn(cluster, 'secretsmanager', `secret:${secretName(cluster, secret)}-??????`);

/** Reads secrets, and uses their key through Secrets Manager for nothing else. */
export const readsSecrets = (
  cluster: Cluster,
  resources: readonly string[],
): readonly Statement[] => [
  {
    sid: 'ReadSecrets',
    actions: ['secretsmanager:GetSecretValue'],
    resources,
    condition: {},
  },
  {
    sid: 'DecryptSecrets',
    actions: ['kms:Decrypt'],
    resources: [keyArn('secrets')],
    condition: via(cluster, 'secretsmanager'),
  },
];
