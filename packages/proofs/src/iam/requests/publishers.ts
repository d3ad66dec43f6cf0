import { asText, bodies, managed, type Plan, type Resource, texts } from '@bizflow/terraform-plan';
import type { Context } from '../conditions.ts';

/** A service of AWS that sends to a topic or a queue, with what it tells each policy on the way. */
export interface Publisher {
  /** The resource that makes it send. */
  readonly at: string;
  readonly service: string;
  /** ARN of the topic or queue. */
  readonly to: string;
  readonly action: 'sns:Publish' | 'sqs:SendMessage';
  /** For the policy of the topic or queue. */
  readonly said: Context;
  /** For the policy of its key. */
  readonly saidToKey: Context;
}

interface Kind {
  readonly service: string;
  /** The topics and queues that a resource names. */
  readonly to: (values: Resource['values']) => readonly string[];
  /** The ARN that the service gives as the source. */
  readonly source: (values: Resource['values'], place: Resource['place']) => string;
  /** Whether it names account and source to the key as well. */
  readonly saysToKey: boolean;
  /** Where that is written. */
  readonly documented: string;
}

const arn = (service: string, { region, account }: Resource['place'], rest: unknown): string =>
  `arn:aws:${service}:${region}:${account}:${String(rest)}`;

const keys = 'SNS developer guide, "Key management": source keys, but for EventBridge';

/** Who sends to topics and queues, by the type of the resource that makes it send. */
export const kinds: Readonly<Record<string, Kind>> = {
  aws_cloudwatch_event_target: {
    service: 'events',
    to: ({ arn }) => texts([arn ?? '']),
    source: ({ rule }, place) => arn('events', place, `rule/${asText(rule ?? '')}`),
    saysToKey: false,
    documented: 'EventBridge user guide, "Resource-based policies"',
  },
  aws_cloudwatch_metric_alarm: {
    service: 'cloudwatch',
    to: ({ alarm_actions: alarm, ok_actions: ok }) => [...texts(alarm), ...texts(ok)],
    source: ({ alarm_name: name }, place) =>
      arn('cloudwatch', place, `alarm:${asText(name ?? '')}`),
    saysToKey: true,
    documented: `CloudWatch user guide, "Notify users on alarm changes"; ${keys}`,
  },
  aws_budgets_budget: {
    service: 'budgets',
    to: ({ notification }) =>
      bodies(notification).flatMap((one) => texts(one.subscriber_sns_topic_arns)),
    source: ({ name }, { account }) => `arn:aws:budgets::${account}:budget/${asText(name ?? '')}`,
    saysToKey: true,
    documented: `Cost Management user guide, "SNS topic for budget notifications"; ${keys}`,
  },
  aws_backup_vault_notifications: {
    service: 'backup',
    to: ({ sns_topic_arn: topic }) => texts([topic ?? '']),
    source: ({ backup_vault_name: vault }, place) =>
      arn('backup', place, `backup-vault:${asText(vault ?? '')}`),
    saysToKey: true,
    documented: `AWS Backup developer guide, "Cross-service confused deputy prevention"; ${keys}`,
  },
};

/** Types that name a topic or a queue without sending to it. */
const others =
  /^aws_(sns_topic|sns_topic_policy|sns_topic_subscription|sqs_queue|sqs_queue_policy|chatbot_slack_channel_configuration)$/;

/** Each service with each topic and queue to which a root makes it send, once. */
export const publishersOf = ({ resources }: Plan): readonly Publisher[] =>
  resources.flatMap(({ type, address, place, values }) => {
    const kind = kinds[type];
    if (kind === undefined) return [];
    const said = {
      'aws:SourceAccount': place.account,
      'aws:SourceArn': kind.source(values, place),
    };
    return [...new Set(kind.to(values))].map((to) => ({
      ...{ at: address, service: kind.service, to, said },
      action: to.includes(':sqs:') ? ('sqs:SendMessage' as const) : ('sns:Publish' as const),
      saidToKey: kind.saysToKey ? said : {},
    }));
  });

const named = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(named)
      : [];

/** Resources that name a topic or queue of their root, and that may send something unknown with it. */
export const unknownPublishers = (plan: Plan): readonly Resource[] => {
  const made = managed(plan);
  const places = made
    .filter(({ type }) => /^aws_(sns_topic|sqs_queue)$/.test(type))
    .map(({ values }) => asText(values.arn ?? ''));
  return made.filter(
    ({ type, values }) =>
      kinds[type] === undefined &&
      !others.test(type) &&
      named(values).some((one) => places.includes(one)),
  );
};
