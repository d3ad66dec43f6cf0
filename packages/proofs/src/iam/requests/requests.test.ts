import { describe, expect, it } from 'vitest';
import { changedPlan } from '../../../testing/planted.ts';
import { own } from '../../../testing/repository.ts';
import { statementsOf } from '../policy.ts';
import { bucketRules } from './bucket-rules.ts';
import { negationRules } from './negation-rules.ts';
import { publisherRules } from './publisher-rules.ts';
import { publishersOf } from './publishers.ts';
import { policiesOf } from './resource-policies.ts';

const policies = own.plans.flatMap(policiesOf);
const [first] = own.planned;
if (first === undefined) throw new RangeError('there is no cluster');
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('every policy', () => {
  it('is read', () => {
    expect(policies.length).toBeGreaterThan(100);
    for (const type of ['s3_bucket_policy', 'kms_key', 'sqs_queue_policy', 'vpc_endpoint']) {
      expect(
        policies.filter(({ at }) => at.includes(`.aws_${type}.`)).length,
        type,
      ).toBeGreaterThan(0);
    }
  });

  it('says what holds of a key that a request does not carry', () => {
    expect(negationRules(policies)).toEqual([]);
  });

  it.each(['StringNotEquals', 'StringNotLikeIfExists', 'ForAllValues:StringEquals'])(
    'is told where %s stands alone',
    (operator) => {
      const Condition = { [operator]: { 'x:Key': 'a' } };
      const statements = (condition: object) =>
        statementsOf(JSON.stringify({ Statement: [{ Effect: 'Deny', Condition: condition }] }));
      expect(codes(negationRules([{ at: '', statements: statements(Condition) }]))).toEqual([
        'MISSING_KEY_UNSAID',
      ]);
      const said = { ...Condition, Null: { 'x:Key': 'false' } };
      expect(negationRules([{ at: '', statements: statements(said) }])).toEqual([]);
    },
  );
});

describe('a bucket of data', () => {
  it('takes objects under its own key, asked for or not, and no others', () => {
    expect(own.plans.flatMap(bucketRules)).toEqual([]);
  });

  it.each([
    ['"Null":{"s3:x-amz-server-side-encryption-aws-kms-key-id":"false"}', ['OBJECT_REFUSED']],
    ['"Sid":"NoOtherEncryption"', ['OBJECT_TAKEN', 'OBJECT_TAKEN']],
    ['"Sid":"NoKeyOfTheCaller"', ['OBJECT_TAKEN']],
    ['"Sid":"OwnKeyOnly"', ['OBJECT_TAKEN']],
    ['"Sid":"TlsOnly"', ['OBJECT_TAKEN']],
  ])('without %s is told', (gone, told) => {
    const plan = changedPlan(first.plan, /^aws_s3_bucket_policy$/, (values, address) => {
      if (!address.includes('module.s3.')) return values;
      const policy = JSON.parse(String(values.policy));
      const Statement = policy.Statement.flatMap((one: object) => {
        const text = JSON.stringify(one);
        if (!text.includes(gone)) return [one];
        return gone.startsWith('"Sid"')
          ? []
          : [JSON.parse(text.replace(`,${gone}`, '').replace(`${gone},`, ''))];
      });
      return { ...values, policy: JSON.stringify({ ...policy, Statement }) };
    });
    expect(codes(bucketRules(plan))).toEqual(told);
  });
});

describe('what AWS sends to encrypted topics and queues', () => {
  const senders = own.plans.flatMap(publishersOf);

  it('arrives', () => {
    for (const [service, action] of [
      ['events', 'sns:Publish'],
      ['events', 'sqs:SendMessage'],
      ['cloudwatch', 'sns:Publish'],
    ]) {
      const some = senders.filter((one) => one.service === service && one.action === action);
      expect(some.length, `${service} ${action}`).toBeGreaterThan(0);
    }
    expect(own.plans.flatMap(publisherRules)).toEqual([]);
  });

  it.each([
    [/^aws_kms_key$/, '"Sid":"Events"', /events/],
    [/^aws_kms_key$/, '"Sid":"Notifications"', /cloudwatch/],
    [/^aws_sns_topic_policy$/, 'ServicesOfThisAccountPublish', /events|cloudwatch/],
    [/^aws_sqs_queue_policy$/, '"Sid":"Events"', /events/],
  ])('is told where %s lacks %s', (type, gone, reason) => {
    const plan = changedPlan(first.plan, type, (values) => {
      const policy = JSON.parse(String(values.policy));
      const Statement = policy.Statement.filter(
        (one: object) => !JSON.stringify(one).includes(gone),
      );
      return { ...values, policy: JSON.stringify({ ...policy, Statement }) };
    });
    const told = publisherRules(plan);
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) {
      expect(one.code).toBe('MESSAGE_REFUSED');
      expect(one.reason).toMatch(reason);
    }
  });

  it('is told where the key wants a source that EventBridge does not send', () => {
    const plan = changedPlan(first.plan, /^aws_kms_key$/, (values) => {
      const policy = JSON.parse(String(values.policy));
      const Statement = policy.Statement.map((one: { readonly Sid?: string }) =>
        one.Sid === 'Events'
          ? { ...one, Condition: { StringEquals: { 'aws:SourceAccount': first.cluster.account } } }
          : one,
      );
      return { ...values, policy: JSON.stringify({ ...policy, Statement }) };
    });
    expect(codes(publisherRules(plan))).toContain('MESSAGE_REFUSED');
  });
});
