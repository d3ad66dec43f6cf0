import { clusters, runsServices } from '@bizflow/config';
import { alarmDestinations } from '@bizflow/config/alarms';
import { type Problem, unless } from '@bizflow/kernel';
import { ofType, type Plan } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { textsOf } from './texts.ts';

/** The alarm of each region's health check reaches a topic to which PagerDuty subscribes. */
export const pagingRules = ({ fleet, plans }: RenderedFleet): readonly Problem[] =>
  clusters(fleet)
    // Where no service runs, nothing answers that could be lost.
    .filter(runsServices)
    .filter(({ environment }) => alarmDestinations[environment.name].critical === 'PagerDuty')
    .flatMap(({ environment, region }) => {
      const plan = plans.find(({ root }) => root === `environments/${environment.name}/global`);
      const alarm = plan?.resources.find(
        ({ type, address }) =>
          type === 'aws_cloudwatch_metric_alarm' &&
          address.endsWith(`.region_down["${region.id}"]`),
      );
      const topics = plan === undefined ? [] : paging(plan);
      return unless(
        textsOf(alarm?.values.alarm_actions).some((action) => topics.includes(action)),
        {
          code: 'REGION_LOSS_UNHEARD',
          at: `terraform/environments/${environment.name}/global`,
          value: region.id,
          reason: 'can be lost, and no alarm of its health check pages',
          remedy:
            'send region_down to a topic to which PagerDuty subscribes: terraform/global/alerts.tf',
        },
      );
    });

/** An alarm that says "PagerDuty" goes to a topic to which PagerDuty subscribes. */
export const sentenceRules = (plan: Plan): readonly Problem[] => {
  const topics = paging(plan);
  return ofType(plan, 'aws_cloudwatch_metric_alarm')
    .filter(({ values }) => String(values.alarm_description).includes(': PagerDuty.'))
    .flatMap(({ address, values }) =>
      unless(
        textsOf(values.alarm_actions).some((action) => topics.includes(action)),
        {
          code: 'ALARM_UNHEARD',
          at: `terraform/${plan.root} ${address}`,
          value: String(values.alarm_name),
          reason: 'says PagerDuty, which does not subscribe to any topic that it publishes to',
          remedy: 'subscribe PagerDuty to its topic: terraform/modules/observability/topics.tf',
        },
      ),
    );
};

/** ARNs of the topics outside of regions that page. */
export const pagingTopics = ({ plans }: RenderedFleet): readonly string[] =>
  plans.filter(({ root }) => root.endsWith('/global')).flatMap(paging);

const paging = (plan: Plan): readonly string[] =>
  ofType(plan, 'aws_sns_topic_subscription')
    .filter(
      ({ values }) =>
        values.protocol === 'https' &&
        /^https:\/\/events\.(?:eu\.)?pagerduty\.com\//.test(String(values.endpoint)),
    )
    .map(({ values }) => String(values.topic_arn));
