import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const events = freeze({
  service: 'events',
  tags: 'TagResource UntagResource',
  source: 'internal/service/events',
  types: {
    aws_cloudwatch_event_rule: [
      'DescribeRule ListTagsForResource',
      'PutRule EnableRule DisableRule DeleteRule',
    ],
    aws_cloudwatch_event_target: ['ListTargetsByRule', 'PutTargets RemoveTargets'],
  },
} as const satisfies AccessTable);

const sns = freeze({
  service: 'sns',
  tags: 'TagResource UntagResource',
  source: 'internal/service/sns',
  types: {
    aws_sns_topic: [
      'GetTopicAttributes ListTagsForResource',
      'CreateTopic SetTopicAttributes DeleteTopic',
    ],
    aws_sns_topic_policy: ['GetTopicAttributes', 'SetTopicAttributes'],
    aws_sns_topic_subscription: [
      'GetSubscriptionAttributes ListSubscriptionsByTopic',
      'Subscribe SetSubscriptionAttributes Unsubscribe',
    ],
  },
} as const satisfies AccessTable);

const sqs = freeze({
  service: 'sqs',
  tags: 'TagQueue UntagQueue',
  source: 'internal/service/sqs',
  types: {
    aws_sqs_queue: [
      'GetQueueAttributes GetQueueUrl ListQueueTags',
      'CreateQueue SetQueueAttributes DeleteQueue',
    ],
    aws_sqs_queue_policy: ['GetQueueAttributes', 'SetQueueAttributes'],
  },
} as const satisfies AccessTable);

// Four regions have its endpoint; from any other one the provider calls us-west-2 (service_package.go).
const chatbot = freeze({
  service: 'chatbot',
  tags: 'TagResource UntagResource',
  source: 'internal/service/chatbot',
  types: {
    aws_chatbot_slack_channel_configuration: [
      'DescribeSlackChannelConfigurations ListTagsForResource',
      'CreateSlackChannelConfiguration UpdateSlackChannelConfiguration DeleteSlackChannelConfiguration iam:PassRole iam:CreateServiceLinkedRole',
      'CloudFormation schema AWS::Chatbot::SlackChannelConfiguration, handlers',
    ],
  },
} as const satisfies AccessTable);

const schedules = freeze({
  service: 'scheduler',
  tags: '',
  source: 'internal/service/scheduler',
  types: {
    aws_scheduler_schedule: [
      'GetSchedule',
      'CreateSchedule UpdateSchedule DeleteSchedule iam:PassRole',
      'Service Authorization Reference, scheduler:CreateSchedule',
    ],
  },
} as const satisfies AccessTable);

const documents = freeze({
  service: 'ssm',
  tags: 'AddTagsToResource RemoveTagsFromResource',
  source: 'internal/service/ssm',
  types: {
    aws_ssm_document: [
      'DescribeDocument DescribeDocumentPermission GetDocument ListTagsForResource',
      'CreateDocument UpdateDocument UpdateDocumentDefaultVersion ModifyDocumentPermission DeleteDocument',
    ],
  },
} as const satisfies AccessTable);

/** What carries news to people and programs. */
export const messages = [events, schedules, documents, sns, sqs, chatbot] as const;
