import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, type Request } from './is-allowed.ts';
import { actionLike, arnLike, like } from './patterns.ts';
import { type Statement, statementsOf } from './policy.ts';

const words = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  'kms:Decrypt',
  's3:*',
  's3:Get?bject',
);
const things = fc.constantFrom('arn:aws:s3:::a/x', 'arn:aws:s3:::a/*', 'arn:aws:s3:::b/x', '*');
const statement = (effect: fc.Arbitrary<'Allow' | 'Deny'>): fc.Arbitrary<Statement> =>
  fc.record({ effect, actions: fc.array(words), resources: fc.array(things) }).map((some) => ({
    ...some,
    sid: '',
    notActions: [],
    notResources: [],
    principals: null,
    conditions: [],
  }));
const any = fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Deny');
const request: fc.Arbitrary<Request> = fc.record({
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'kms:Decrypt', 'sts:AssumeRole'),
  resource: fc.constantFrom('arn:aws:s3:::a/x', 'arn:aws:s3:::b/x', 'arn:aws:s3:::c'),
  context: fc.constant({}),
});

describe('what IAM answers', () => {
  it('never grows by a word against, nor shrinks by a word for', () => {
    fc.assert(
      fc.property(
        fc.array(statement(any)),
        statement(fc.constant('Deny')),
        statement(fc.constant('Allow')),
        request,
        (all, against, forIt, asked) => {
          const before = isAllowed(all, asked);
          expect(isAllowed([...all, against], asked) && !before).toBe(false);
          expect(before && !isAllowed([forIt, ...all], asked)).toBe(false);
        },
      ),
    );
  });

  it('does not depend on the order of statements, and is false without any', () => {
    fc.assert(
      fc.property(fc.array(statement(any)), request, (all, asked) => {
        expect(isAllowed([...all].reverse(), asked)).toBe(isAllowed(all, asked));
        expect(isAllowed([], asked)).toBe(false);
      }),
    );
  });

  it.each<
    [operator: string, wanted: string[], found: string | string[] | undefined, holds: boolean]
  >([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', ['a'], 'A', false],
    ['StringEquals', ['a'], undefined, false],
    ['StringEqualsIfExists', ['a'], undefined, true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a'], undefined, true],
    ['StringLike', ['a*'], 'abc', true],
    ['ArnLike', ['arn:aws:eks:*:1:x/*'], 'arn:aws:eks:r:1:x/y', true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], undefined, true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['a', 'c'], true],
    ['ForAnyValue:StringNotEquals', ['a'], undefined, false],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], true],
    ['Bool', ['false'], 'false', true],
    ['Null', ['true'], undefined, true],
    ['Null', ['false'], undefined, false],
    ['NumericLessThan', ['5'], '4', true],
  ])('%s of %j holds for %j: %s', (operator, wanted, found, answer) => {
    const policy = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Action: 'a:b',
        Resource: '*',
        Condition: { [operator]: { 'x:Key': wanted } },
      },
    });
    const context = found === undefined ? {} : { 'x:key': found };
    expect(isAllowed(statementsOf(policy), { action: 'a:b', resource: 'r', context })).toBe(answer);
  });

  it('is refused where a condition is not understood, instead of guessed', () => {
    const policy = JSON.stringify({
      Statement: [
        { Effect: 'Allow', Action: 'a:b', Resource: '*', Condition: { IpAddress: { k: 'x' } } },
      ],
    });
    const asked = { action: 'a:b', resource: 'r', context: { k: 'x' } };
    expect(() => isAllowed(statementsOf(policy), asked)).toThrow('IpAddress is not read here');
  });

  it('takes NotAction and NotResource for everything else', () => {
    const policy = JSON.stringify({
      Statement: [{ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::a/*' }],
    });
    const asks = (action: string, resource: string) =>
      isAllowed(statementsOf(policy), { action, resource, context: {} });
    expect(asks('s3:GetObject', 'arn:aws:s3:::b/x')).toBe(true);
    expect(asks('IAM:PassRole', 'arn:aws:s3:::b/x')).toBe(false);
    expect(asks('s3:GetObject', 'arn:aws:s3:::a/x')).toBe(false);
  });
});

describe('wildcards', () => {
  it('match a text in which any part became * and any character became ?', () => {
    const text = fc.stringMatching(/^[a-z/.+()*]{1,12}$/);
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (of, from, to) => {
        const [start, end] = [Math.min(from, to), Math.max(from, to)];
        expect(like(`${of.slice(0, start)}*${of.slice(end)}`, of)).toBe(true);
        expect(like(of.replace(/./, '?'), of)).toBe(true);
        expect(like(of.replaceAll('*', 'x'), `${of.replaceAll('*', 'x')}y`)).toBe(false);
      }),
    );
  });

  it('stay within their part of an ARN, and actions know no case', () => {
    expect(arnLike('arn:aws:s3:::*', 'arn:aws:s3:::a/b:c')).toBe(true);
    expect(arnLike('arn:aws:logs:*:log-group:x', 'arn:aws:logs:r:1:log-group:x')).toBe(false);
    expect(arnLike('arn:aws:sns:r:1:a', 'arn:aws:sns:r:2:a')).toBe(false);
    expect(actionLike('s3:get*', 'S3:GetObject')).toBe(true);
  });
});
