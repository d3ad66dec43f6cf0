import { freeze } from '@bizflow/kernel';
import type { CallTable } from './call.ts';

const remote = 'google/go-containerregistry v0.20.3, pkg/v1/remote/fetcher.go';

/**
 * A signature is a manifest and a small layer, which IAM sees as calls of ECR: the manifest of an image is read by
 * BatchGetImage, a layer by GetDownloadUrlForLayer. The public key is a value of the policy, so that no key is asked for.
 */
export const policyController = freeze({
  source: {
    repository: 'sigstore/policy-controller',
    version: 'v0.13.1',
    pin: 'v0.13.1',
  },
  calls: [
    [
      'ecr:GetAuthorizationToken',
      ['anything'],
      'awslabs/amazon-ecr-credential-helper v0.9.1, api/client.go:220',
    ],
    ['ecr:BatchGetImage', ['imageRepository'], `${remote}:117`],
    ['ecr:GetDownloadUrlForLayer', ['imageRepository'], `${remote}:248`],
  ],
} as const satisfies CallTable);
