import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const cloudtrail = freeze({
  service: 'cloudtrail',
  tags: 'AddTags RemoveTags',
  source: 'internal/service/cloudtrail',
  types: {
    aws_cloudtrail: [
      'DescribeTrails GetTrail GetTrailStatus GetEventSelectors GetInsightSelectors ListTags',
      'CreateTrail UpdateTrail PutEventSelectors PutInsightSelectors StartLogging StopLogging DeleteTrail iam:PassRole iam:CreateServiceLinkedRole',
      'Service Authorization Reference, cloudtrail:CreateTrail',
    ],
  },
} as const satisfies AccessTable);

const config = freeze({
  service: 'config',
  tags: 'TagResource UntagResource',
  source: 'internal/service/configservice',
  types: {
    aws_config_config_rule: [
      'DescribeConfigRules ListTagsForResource',
      'PutConfigRule DeleteConfigRule',
    ],
    aws_config_configuration_recorder: [
      'DescribeConfigurationRecorders',
      'PutConfigurationRecorder DeleteConfigurationRecorder iam:PassRole',
      'Service Authorization Reference, config:PutConfigurationRecorder',
    ],
    aws_config_configuration_recorder_status: [
      'DescribeConfigurationRecorderStatus',
      'StartConfigurationRecorder StopConfigurationRecorder',
    ],
    aws_config_delivery_channel: [
      'DescribeDeliveryChannels',
      'PutDeliveryChannel DeleteDeliveryChannel',
    ],
  },
} as const satisfies AccessTable);

const guardduty = freeze({
  service: 'guardduty',
  tags: 'TagResource UntagResource',
  source: 'internal/service/guardduty',
  types: {
    aws_guardduty_detector: [
      'GetDetector ListDetectors ListTagsForResource',
      'CreateDetector UpdateDetector DeleteDetector iam:CreateServiceLinkedRole',
      'GuardDuty user guide, "Using service-linked roles"',
    ],
    aws_guardduty_detector_feature: ['GetDetector', 'UpdateDetector'],
  },
} as const satisfies AccessTable);

const macie = freeze({
  service: 'macie2',
  tags: '',
  source: 'internal/service/macie2',
  types: {
    aws_macie2_account: [
      'GetMacieSession',
      'EnableMacie UpdateMacieSession DisableMacie iam:CreateServiceLinkedRole',
      'Macie user guide, "Using service-linked roles"',
    ],
  },
} as const satisfies AccessTable);

const securityHub = freeze({
  service: 'securityhub',
  tags: '',
  source: 'internal/service/securityhub',
  types: {
    aws_securityhub_account: [
      'DescribeHub',
      'EnableSecurityHub UpdateSecurityHubConfiguration DisableSecurityHub iam:CreateServiceLinkedRole',
      'Security Hub user guide, "Using service-linked roles"',
    ],
    aws_securityhub_standards_subscription: [
      'GetEnabledStandards',
      'BatchEnableStandards BatchDisableStandards',
    ],
  },
} as const satisfies AccessTable);

/** What records and judges what happens in an account. */
export const guards = [cloudtrail, config, guardduty, macie, securityHub] as const;
