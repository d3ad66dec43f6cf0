import type { Cluster } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { keyArn } from '../calls/security.ts';
import { arn, type Statement, via } from './statement.ts';

/** Reads secrets of the place; AWS appends a dash and six random characters to the name of each. */
export const readsNamed = (cluster: Cluster, secrets: readonly string[]): readonly Statement[] =>
  readsSecrets(
    cluster,
    secrets.map((secret) =>
      arn(cluster, 'secretsmanager', `secret:${secretName(cluster, secret)}-??????`),
    ),
  );

/** Reads secrets, and uses their key through Secrets Manager for nothing else. */
export const readsSecrets = (
  cluster: Cluster,
  resources: readonly string[],
): readonly Statement[] => [
  {
    sid: 'ReadSecrets',
    actions: ['secretsmanager:GetSecretValue'],
    resources,
  },
  {
    sid: 'DecryptSecrets',
    actions: ['kms:Decrypt'],
    resources: [keyArn('secrets')],
    condition: via(cluster, 'secretsmanager'),
  },
];
