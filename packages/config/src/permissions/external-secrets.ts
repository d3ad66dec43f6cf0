import { freeze } from '@bizflow/kernel';
import type { CallTable, Thing } from './call.ts';

// DescribeSecret follows only from metadataPolicy Fetch (line 770), and no ExternalSecret here has it.
const reads = (secret: Thing) =>
  ({
    source: {
      repository: 'external-secrets/external-secrets',
      version: 'v2.9.0',
      pin: 'external-secrets 2.9.0',
    },
    calls: [
      [
        'secretsmanager:GetSecretValue',
        [secret],
        'providers/v1/aws/secretsmanager/secretsmanager.go:807',
      ],
      [
        'kms:Decrypt',
        ['secretKey'],
        'Secrets Manager user guide, "Secret encryption and decryption"',
      ],
    ],
  }) as const satisfies CallTable;

/** What reading a secret asks for, whichever role reads it. */
export const externalSecrets = freeze(reads('secret'));
export const notificationReader = freeze(reads('notificationSecret'));
export const syncNotificationReader = freeze(reads('syncNotificationSecret'));
export const argoCdReader = freeze(reads('argoCdSecret'));
export const tenantReader = freeze(reads('tenantSecret'));
