import type { Plan, Resource } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { changedPlan } from '../../../testing/planted.ts';
import { own } from '../../../testing/repository.ts';
import { statementsOf } from '../policy.ts';
import { everyRequest, tableRules } from './every-request.ts';
import { negationRules } from './negation-rules.ts';
import { kinds, publishersOf } from './publishers.ts';
import { requestRules } from './request-rules.ts';
import { policiesOf } from './resource-policies.ts';

const policies = own.plans.flatMap(policiesOf);
const [first] = own.planned;
if (first === undefined) throw new RangeError('there is no cluster');
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const toldOf = (plan: Plan) => [...requestRules(everyRequest(plan)), ...tableRules(plan)];

interface Document {
  readonly Statement: readonly {
    readonly Sid?: string;
    readonly Effect?: string;
    readonly Condition?: object;
  }[];
}
type Statements = Document['Statement'];

/** A plan in which some policies have other statements. */
const changed = (plan: Plan, type: RegExp, change: (statements: Statements) => Statements): Plan =>
  changedPlan(plan, type, (values) => {
    const name = values.policy === undefined ? 'policy_document' : 'policy';
    const document: Document = JSON.parse(String(values[name]));
    const Statement = change([document.Statement].flat());
    return { ...values, [name]: JSON.stringify({ ...document, Statement }) };
  });

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

describe('the table of requests', () => {
  it('is answered as it must be, and asks every policy both ways', () => {
    expect(own.plans.flatMap(everyRequest).length).toBeGreaterThan(1000);
    expect(own.plans.flatMap(toldOf)).toEqual([]);
  });

  it('holds every sender of which AWS says what it tells a key', () => {
    const senders = own.plans.flatMap(publishersOf);
    for (const { service, documented } of Object.values(kinds)) {
      expect(senders.filter((one) => one.service === service).length, service).toBeGreaterThan(0);
      expect(documented).not.toBe('');
    }
  });

  it('is told of a policy that it does not ask, and of an unknown sender', () => {
    const vault = first.plan.resources.find(
      ({ type }) => type === 'aws_backup_vault_notifications',
    );
    if (vault === undefined) throw new RangeError('no vault tells of its jobs');
    const of = (one: Partial<Resource>): Plan => ({
      ...first.plan,
      resources: [{ ...vault, ...one }, ...first.plan.resources],
    });
    const policy = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*"}]}';
    const odd = { type: 'aws_glacier_vault', address: 'aws_glacier_vault.a', values: { policy } };
    expect(codes(tableRules(of(odd)))).toEqual(['POLICY_UNASKED', 'POLICY_UNASKED']);
    const sender = { type: 'aws_db_event_subscription', address: 'aws_db_event_subscription.a' };
    expect(codes(tableRules(of(sender)))).toEqual(['POLICY_UNASKED']);
  });
});

const ofPolicies = (plan: Plan): readonly Resource[] =>
  plan.resources.filter(
    ({ mode, type, values }) =>
      mode === 'managed' &&
      !type.startsWith('aws_iam_') &&
      [values.policy, values.policy_document].some((text) => String(text).includes('"Statement"')),
  );

/** Each statement of each kind of policy, and whether any place notices when it goes. */
const missed = (): readonly string[] => {
  const noticed = new Map<string, boolean>();
  for (const plan of own.plans) {
    for (const { address, type, values } of ofPolicies(plan)) {
      const text = String(values.policy ?? values.policy_document);
      for (const { sid } of statementsOf(text)) {
        const key = `${address.replaceAll(/\[.*?\]/g, '')} ${sid}`;
        if (noticed.get(key) === true) continue;
        const less = changedPlan(plan, new RegExp(`^${type}$`), (own, at) => {
          if (at !== address) return own;
          const document: Document = JSON.parse(text);
          const Statement = [document.Statement].flat().filter(({ Sid = '' }) => Sid !== sid);
          const name = own.policy === undefined ? 'policy_document' : 'policy';
          return { ...own, [name]: JSON.stringify({ ...document, Statement }) };
        });
        noticed.set(key, toldOf(less).length > 0);
      }
    }
  }
  return [...noticed].filter(([, isNoticed]) => !isNoticed).map(([key]) => key);
};

describe('a planted fault', () => {
  it('is told where any statement of any policy goes', () => {
    expect(missed()).toEqual([]);
  });

  it.each([
    ['Events', 'EventBridge, which sends no source to a key', { 'aws:SourceAccount': 'x' }],
    ['Notifications', 'an alarm, a budget and a backup', { 'aws:SourceArn': 'x' }],
  ])('is told where the key wants of %s what is not sent: %s', (sid, _, keys) => {
    const plan = changed(first.plan, /^aws_kms_key$/, (statements) =>
      statements.map((one) =>
        one.Sid === sid ? { ...one, Condition: { StringEquals: keys } } : one,
      ),
    );
    expect(new Set(codes(toldOf(plan)))).toEqual(new Set(['REQUEST_REFUSED']));
  });

  it('is told where "not equal" hits an object that names no key', () => {
    const plan = changed(first.plan, /^aws_s3_bucket_policy$/, (statements) =>
      statements.map((one) =>
        one.Sid === 'OwnKeyOnly'
          ? JSON.parse(JSON.stringify(one).replace(/,"Null":\{[^}]*\}|"Null":\{[^}]*\},/, ''))
          : one,
      ),
    );
    expect(toldOf(plan).map(({ code, at }) => `${code} ${at.split(': ')[1]}`)).toEqual([
      'REQUEST_REFUSED a plain PutObject',
    ]);
  });

  it('is told where a topic, queue, secret, key or repository is open to every account', () => {
    const everyone = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
    for (const type of ['sns_topic_policy', 'sqs_queue_policy', 'kms_key', 'vpc_endpoint']) {
      const plan = changed(first.plan, new RegExp(`^aws_${type}$`), (all) => [...all, everyone]);
      expect(codes(toldOf(plan)), type).toContain('REQUEST_ALLOWED');
    }
    const plan = changed(first.plan, /^aws_secretsmanager_secret_policy$/, () => []);
    expect(codes(toldOf(plan))).toContain('REQUEST_ALLOWED');
  });
});
