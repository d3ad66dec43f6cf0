import { delivery } from '@bizflow/config/delivery';
import type { Part } from './root-file.ts';
import type { Home } from './settings.ts';

/** The ARN of the delivery account's key, as the calls of its root refer to it. */
export const deliveryKeyArn = `\${aws_kms_key.${delivery.key}.arn}`;

/** The key of the region's images, logs and tokens. */
export const deliveryKey = ({ account, region }: Home): Part => ({
  name: 'key',
  body: {
    resource: {
      aws_kms_key: {
        [delivery.key]: {
          description: `${delivery.name}: images, logs and tokens of builds`,
          enable_key_rotation: true,
          policy: JSON.stringify(policy(account, region)),
        },
      },
      aws_kms_alias: {
        [delivery.key]: {
          name: `alias/${delivery.name}`,
          target_key_id: `\${aws_kms_key.${delivery.key}.key_id}`,
        },
      },
    },
  },
});

const policy = (account: string, region: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'AccountDecides',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Sid: 'Logs',
      Effect: 'Allow',
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey*',
        'kms:Describe*',
      ],
      Resource: '*',
      Condition: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:*`,
        },
      },
    },
  ],
});
