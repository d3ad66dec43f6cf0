import { describe, expect, it } from 'vitest';
import { changedPlan } from '../../../testing/planted.ts';
import { own } from '../../../testing/repository.ts';
import { endpointRequests } from './endpoint-requests.ts';
import { requestRules } from './request-rules.ts';

const [first] = own.planned;
if (first === undefined) throw new RangeError('there is no cluster');

/** The codes of a plan whose endpoints have other statements. */
const told = (of: RegExp, change: (statements: readonly object[]) => readonly object[]) => {
  const plan = changedPlan(first.plan, /^aws_vpc_endpoint$/, (values, address) => {
    if (!of.test(address)) return values;
    const { Statement, ...policy } = JSON.parse(String(values.policy));
    return { ...values, policy: JSON.stringify({ ...policy, Statement: change(Statement) }) };
  });
  return requestRules(endpointRequests(plan)).map(({ code, value }) => `${code} ${value}`);
};
const without =
  (sid: string) =>
  (statements: readonly object[]): readonly object[] =>
    statements.filter((one) => !JSON.stringify(one).includes(`"Sid":"${sid}"`));
const layers = `prod-${first.cluster.region.id}-starport-layer-bucket`;

describe('the endpoints of every VPC', () => {
  it('let through what nodes and pods ask, and no credentials of other accounts', () => {
    expect(requestRules(own.plans.flatMap(endpointRequests))).toEqual([]);
  });

  it('are all asked, for what must pass and for what must not', () => {
    const asked = own.plans.flatMap(endpointRequests);
    expect(asked.length).toBeGreaterThan(40);
    for (const { at } of asked) {
      const own = asked.filter((one) => one.at === at).map(({ opens }) => opens);
      expect(new Set(own), at).toEqual(new Set([true, false]));
    }
  });

  it('refuse a layer of registry.k8s.io without a statement for public buckets', () => {
    expect(told(/\.s3$/, without('PublicReads'))).toEqual([
      expect.stringMatching(/^REQUEST_REFUSED s3:GetObject .*767373/),
      expect.stringMatching(/^REQUEST_REFUSED s3:GetObject .*al2023/),
    ]);
  });

  it('refuse a layer of ECR without a statement for its bucket', () => {
    expect(told(/\.s3$/, without('ImageLayers'))).toEqual([
      `REQUEST_REFUSED s3:GetObject arn:aws:s3:::${layers}/a`,
    ]);
  });

  it('refuse our own roles without a statement for them', () => {
    expect(told(/logs/, without('OwnPrincipals'))).toEqual(['REQUEST_REFUSED logs:PutLogEvents *']);
  });

  it('refuse a pod its role where only principals of ours may call STS', () => {
    expect(told(/sts/, without('PodsTakeOwnRoles'))).toEqual([
      expect.stringMatching(/^REQUEST_REFUSED sts:AssumeRoleWithWebIdentity/),
    ]);
  });

  it('let stolen credentials out where a policy speaks of every principal', () => {
    const wide = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
    expect(told(/secretsmanager|\.s3$/, () => [wide])).toEqual([
      'REQUEST_ALLOWED secretsmanager:GetSecretValue *',
      'REQUEST_ALLOWED s3:PutObject arn:aws:s3:::drop-box/a',
      'REQUEST_ALLOWED s3:GetObject arn:aws:s3:::drop-box/a',
      'REQUEST_ALLOWED s3:PutObject arn:aws:s3:::drop-box/a',
    ]);
  });
});
