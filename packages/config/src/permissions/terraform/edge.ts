import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const acm = freeze({
  service: 'acm',
  tags: 'AddTagsToCertificate RemoveTagsFromCertificate',
  source: 'internal/service/acm',
  types: {
    aws_acm_certificate: [
      'DescribeCertificate ListTagsForCertificate',
      'RequestCertificate UpdateCertificateOptions DeleteCertificate',
    ],
    aws_acm_certificate_validation: ['DescribeCertificate', ''],
  },
} as const satisfies AccessTable);

const cloudfront = freeze({
  service: 'cloudfront',
  tags: '',
  source: 'internal/service/cloudfront',
  types: {
    aws_cloudfront_cache_policy: [
      'GetCachePolicy',
      'CreateCachePolicy UpdateCachePolicy DeleteCachePolicy',
    ],
    aws_cloudfront_distribution: [
      'GetDistribution ListTagsForResource',
      'CreateDistribution UpdateDistribution TagResource UntagResource DeleteDistribution wafv2:GetWebACL',
      'WAF developer guide, "Actions that require additional permissions"',
    ],
    aws_cloudfront_function: [
      'DescribeFunction GetFunction',
      'CreateFunction PublishFunction UpdateFunction DeleteFunction',
    ],
    aws_cloudfront_response_headers_policy: [
      'GetResponseHeadersPolicy',
      'CreateResponseHeadersPolicy UpdateResponseHeadersPolicy DeleteResponseHeadersPolicy',
    ],
  },
} as const satisfies AccessTable);

const route53 = freeze({
  service: 'route53',
  tags: '',
  source: 'internal/service/route53',
  types: {
    aws_route53_health_check: [
      'GetHealthCheck ListTagsForResource',
      'CreateHealthCheck UpdateHealthCheck ChangeTagsForResource DeleteHealthCheck',
    ],
    aws_route53_hosted_zone_dnssec: [
      'GetDNSSEC',
      'EnableHostedZoneDNSSEC DisableHostedZoneDNSSEC GetChange',
    ],
    aws_route53_key_signing_key: [
      'GetDNSSEC',
      'CreateKeySigningKey ActivateKeySigningKey DeactivateKeySigningKey DeleteKeySigningKey GetChange kms:DescribeKey kms:GetPublicKey kms:Sign kms:CreateGrant',
      'Route 53 developer guide, "Working with customer managed keys for DNSSEC"',
    ],
    aws_route53_record: [
      'GetHostedZone ListResourceRecordSets',
      'ChangeResourceRecordSets GetChange',
    ],
    aws_route53_zone: [
      'GetHostedZone ListHostedZones ListTagsForResource GetDNSSEC',
      'CreateHostedZone UpdateHostedZoneComment ChangeTagsForResource ListResourceRecordSets GetChange DeleteHostedZone',
    ],
  },
} as const satisfies AccessTable);

const shield = freeze({
  service: 'shield',
  tags: 'TagResource UntagResource',
  source: 'internal/service/shield',
  types: {
    aws_shield_protection: [
      'DescribeProtection ListTagsForResource',
      'CreateProtection DeleteProtection',
    ],
    aws_shield_subscription: ['DescribeSubscription', 'CreateSubscription UpdateSubscription'],
  },
} as const satisfies AccessTable);

/** What is in front of the regions: names, certificates, CloudFront. */
export const edge = [acm, cloudfront, route53, shield] as const;
