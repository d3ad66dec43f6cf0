import { type Problem, problem } from '@bizflow/kernel';
import { asText, isObject, type Plan, type Resource } from '@bizflow/terraform-plan';
import type { Context } from '../conditions.ts';
import { isAllowed } from '../is-allowed.ts';
import { type Statement, statementsOf } from '../policy.ts';
import { type Publisher, publishersOf } from './publishers.ts';

/** What a policy says of one service. */
const of = (service: string, text: string): readonly Statement[] =>
  statementsOf(text).filter(
    ({ principals }) =>
      principals === '*' ||
      (isObject(principals) && JSON.stringify(principals).includes(`"${service}.amazonaws.com"`)),
  );

const find = ({ resources }: Plan, test: (one: Resource) => boolean): Resource | undefined =>
  resources.find((one) => one.mode === 'managed' && test(one));

/** The first policy on the way of a message that does not let it pass. */
const refusal = (plan: Plan, { to, action, service, said, saidToKey }: Publisher) => {
  const place = find(
    plan,
    ({ type, values }) => /^aws_(sns_topic|sqs_queue)$/.test(type) && values.arn === to,
  );
  if (place === undefined) return undefined;
  const own = find(plan, ({ type, values }) => {
    const policy = asText(values.policy ?? '');
    return /^aws_(sns_topic|sqs_queue)_policy$/.test(type) && policy.includes(`"${to}"`);
  });
  const key = asText(place.values.kms_master_key_id ?? '');
  const keyPolicy = find(plan, ({ address }) => key === `‹${address}.arn›`);
  const allows = (policy: Resource | undefined, asked: string, on: string, context: Context) =>
    isAllowed(of(service, asText(policy?.values.policy ?? '{}')), {
      action: asked,
      resource: on,
      context,
    });
  if (!allows(own, action, to, said)) return `the policy of ${place.address}`;
  // A key of another root, or of AWS, is not judged here.
  if (keyPolicy === undefined) return undefined;
  const calls = ['kms:Decrypt', 'kms:GenerateDataKey'];
  return calls.every((call) => allows(keyPolicy, call, key, saidToKey))
    ? undefined
    : `the policy of its key, ${keyPolicy.address}`;
};

/** What a service of AWS sends to an encrypted topic or queue arrives. */
export const publisherRules = (plan: Plan): readonly Problem[] =>
  publishersOf(plan).flatMap((publisher) => {
    const refused = refusal(plan, publisher);
    return refused === undefined
      ? []
      : problem({
          code: 'MESSAGE_REFUSED',
          at: `${plan.root} ${publisher.at}`,
          value: `${publisher.action} ${publisher.to}`,
          reason: `${publisher.service}.amazonaws.com may not send it: ${refused}`,
          remedy: 'allow the service there, with the keys that it really sends',
        });
  });
