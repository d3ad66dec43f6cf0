import { asText, type Plan, type Resource, texts } from '@bizflow/terraform-plan';
import type { Context } from '../conditions.ts';

/** A service of AWS that sends to a topic or a queue, with what it tells each policy on the way. */
export interface Publisher {
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

const ofType = ({ resources }: Plan, type: string): readonly Resource[] =>
  resources.filter((one) => one.type === type);

/**
 * EventBridge names account and rule to a topic or queue, and nothing to its key; an alarm names its account to
 * both (SNS developer guide, "Key management"; EventBridge user guide, "IAM policy conditions").
 */
export const publishersOf = (plan: Plan): readonly Publisher[] => [
  ...ofType(plan, 'aws_cloudwatch_event_target').map(({ address, place, values }): Publisher => {
    const to = asText(values.arn ?? '');
    const action = to.includes(':sqs:') ? 'sqs:SendMessage' : 'sns:Publish';
    const said = { 'aws:SourceAccount': place.account, 'aws:SecureTransport': 'true' };
    return { at: address, service: 'events', to, action, said, saidToKey: {} };
  }),
  ...ofType(plan, 'aws_cloudwatch_metric_alarm').flatMap(({ address, place, values }) =>
    texts(values.alarm_actions).map((to): Publisher => {
      const said = { 'aws:SourceAccount': place.account, 'aws:SecureTransport': 'true' };
      return {
        at: address,
        service: 'cloudwatch',
        to,
        action: 'sns:Publish',
        said,
        saidToKey: said,
      };
    }),
  ),
];
