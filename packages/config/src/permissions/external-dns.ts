import { freeze } from '@bizflow/kernel';
import type { CallTable } from './call.ts';

/** Zones are found by their name, not by tags (aws.go:440), so that no tag is read. */
export const externalDns = freeze({
  source: {
    repository: 'kubernetes-sigs/external-dns',
    version: 'v0.21.0',
    pin: 'external-dns 1.21.1',
  },
  calls: [
    ['route53:ListHostedZones', ['global'], 'provider/aws/aws.go:406'],
    ['route53:ListResourceRecordSets', ['zone'], 'provider/aws/aws.go:512'],
    ['route53:ChangeResourceRecordSets', ['ownRecord'], 'provider/aws/aws.go:774'],
  ],
} as const satisfies CallTable);
