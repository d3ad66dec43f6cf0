import { asText, type Resource } from '@bizflow/terraform-plan';
import { statementsOf } from '../policy.ts';
import { publishersOf } from './publishers.ts';
import { type Requests, type Row, requestsOf, stranger } from './request.ts';

const isPolicy = ({ type }: Resource): boolean => /^aws_(sns_topic|sqs_queue)_policy$/.test(type);

/** What is sent to topics and queues, by whom, and what others must not send. */
export const messageRequests: Requests = (plan) => {
  const publishers = publishersOf(plan);
  return plan.resources.filter(isPolicy).flatMap(({ type, address, folder, place, values }) => {
    const policy = asText(values.policy ?? '{}');
    const isQueue = type.startsWith('aws_sqs');
    const [resource = ''] = statementsOf(policy).flatMap((one) => one.resources);
    const own = publishers.filter(({ to }) => to === resource);
    const action = isQueue ? 'sqs:SendMessage' : 'sns:Publish';
    const of = (account: string) => ({ account });
    const rows: readonly Row[] = [
      ...own.map(
        ({ at, service, said }): Row => [at, true, { service }, { action, resource, more: said }],
      ),
      ...[...new Set(own.map(({ service }) => service))].map(
        (service): Row => [
          `${service} for another account`,
          false,
          { service },
          { action, resource, more: { 'aws:SourceAccount': stranger } },
        ],
      ),
      ['another account sends', false, of(stranger), { action, resource }],
    ];
    const ours = of(place.account);
    const people: Row = ['people announce a failover', true, ours, { action, resource }];
    const taking = { action: 'sqs:ReceiveMessage', resource };
    const receive: Row = ['Karpenter receives', true, ours, taking];
    const open = { action, resource, more: { 'aws:SecureTransport': 'false' } };
    const plain: Row = ['a role of ours, without TLS', false, ours, open];
    const at = `${plan.root} ${address}`;
    // A person who follows a runbook may have no role that allows it; the alerts of a whole account are AWS's alone.
    const isAnnounced = folder === 'modules/observability';
    return [
      ...requestsOf(at, policy, isAnnounced ? [...rows, people] : rows),
      ...requestsOf(at, policy, isQueue ? [receive, plain] : [], true),
    ];
  });
};
