import type { WebhookFacts } from '@bizflow/config/charts';
import { closedWebhooks } from '@bizflow/config/platform';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { ClusterObjects } from '../objects.ts';
import { applied, type Charted, chartsOf, inChart } from './charted.ts';

/** A webhook that fails closed, with its chart. */
interface Closed {
  readonly chart: Charted;
  readonly at: string;
  readonly webhook: WebhookFacts;
}

/** Every webhook of a cluster's charts that fails closed. */
export const closedIn = (objects: ClusterObjects): readonly Closed[] =>
  chartsOf(objects).flatMap((chart) =>
    applied(chart).flatMap((object) =>
      (object.webhooks ?? [])
        .filter(({ failurePolicy }) => failurePolicy === 'Fail')
        .map((webhook) => ({ chart, at: `${inChart(chart, object)}/${webhook.name}`, webhook })),
    ),
  );

/** Each webhook that fails closed has a reason, and each reason has its webhook. */
export const webhooksHaveReasons = (objects: ClusterObjects): readonly Problem[] => {
  const closed = closedIn(objects);
  const names = closed.map(({ webhook }) => webhook.name);
  return [
    ...closed.flatMap(({ at, webhook }) =>
      unless(Object.hasOwn(closedWebhooks, webhook.name), {
        code: 'WEBHOOK_CLOSED',
        at,
        value: 'failurePolicy Fail',
        reason:
          'fails closed: it stops every write that it is asked about while its pods do not run, and no reason is written',
        remedy: 'turn it off in controller-values.ts, or write its reason in closed-webhooks.ts',
      }),
    ),
    ...Object.keys(closedWebhooks)
      .filter((name) => chartsOf(objects).length > 0 && !names.includes(name))
      .map((name) =>
        problem({
          code: 'WEBHOOK_UNKNOWN',
          at: 'closed-webhooks.ts',
          value: name,
          reason: 'is not a webhook that a chart brings and that fails closed',
          remedy: 'remove it, or correct the name',
        }),
      ),
  ];
};
