import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statements } from '../testing/arbitrary-statement.ts';
import { facts, policy, profiles } from '../testing/policies.ts';
import { capacity } from './capacity.ts';
import type { Statement } from './statement.ts';
import type { Rule } from './web-acl.ts';

const rule = (Statement: Statement): Rule => ({
  Name: 'r',
  Priority: 0,
  Statement,
  Action: { Block: {} },
  VisibilityConfig: {
    CloudWatchMetricsEnabled: true,
    MetricName: 'r',
    SampledRequestsEnabled: true,
  },
});
const wcu = (...parts: readonly Statement[]): number => capacity({ Rules: parts.map(rule) }).wcu;

const bytes = (Type: 'NONE' | 'LOWERCASE', FieldToMatch: object): Statement =>
  ({
    ByteMatchStatement: {
      FieldToMatch,
      PositionalConstraint: 'EXACTLY',
      SearchString: 'example.com',
      TextTransformations: [{ Priority: 0, Type }],
    },
  }) as Statement;
const size = (FieldToMatch: object, ComparisonOperator: string, Size: number): Statement =>
  ({
    SizeConstraintStatement: {
      ComparisonOperator,
      FieldToMatch,
      Size,
      TextTransformations: [{ Priority: 0, Type: 'NONE' }],
    },
  }) as Statement;

describe("AWS's published examples", () => {
  // aws/aws-cli, awscli/examples/wafv2/check-capacity.rst: "Capacity":15
  it('counts 15 for a host and two countries, and a rate limit', () => {
    const host = bytes('LOWERCASE', { SingleHeader: { Name: 'host' } });
    const countries: Statement = { GeoMatchStatement: { CountryCodes: ['US', 'IN'] } };
    const rate: Statement = {
      RateBasedStatement: { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: 1000 },
    };
    expect(wcu({ AndStatement: { Statements: [host, countries] } }, rate)).toBe(15);
  });

  // aws/aws-cli, awscli/examples/wafv2/get-web-acl.rst: "Capacity":3
  it('counts 3 for an exact path and an empty query, neither transformed', () => {
    const path = bytes('NONE', { UriPath: {} });
    const query = size({ QueryString: {} }, 'EQ', 0);
    expect(wcu({ AndStatement: { Statements: [path, query] } })).toBe(3);
  });

  // aws/aws-cli, awscli/examples/wafv2/get-rule-group.rst: "Capacity":1
  it('counts 1 for a short path', () => {
    expect(wcu(size({ UriPath: {} }, 'LE', 7))).toBe(1);
  });
});

it.each([
  ['CONTAINS', { UriPath: {} }, 10],
  ['STARTS_WITH', { AllQueryArguments: {} }, 12],
  ['CONTAINS', { JsonBody: { MatchPattern: { All: {} } } }, 20],
])('counts a byte match %s of %o as %i', (PositionalConstraint, FieldToMatch, expected) => {
  const statement = {
    PositionalConstraint,
    FieldToMatch,
    SearchString: 'x',
    TextTransformations: [],
  };
  expect(wcu({ ByteMatchStatement: statement } as unknown as Statement)).toBe(expected);
});

it.each(profiles)('fits profile %s into the budget, by an upper bound', (profile) => {
  const { wcu: total, rules } = capacity(policy(profile));
  expect(total).toBeLessThanOrEqual(facts.edge.capacity.budgetWcu);
  expect(rules.reduce((sum, own) => sum + own.wcu, 0)).toBe(total);
});

it('gives each number its source, and marks those that AWS does not confirm', () => {
  const { wcu: total, unverifiedWcu, rules } = capacity(policy('direct'));
  for (const { charges } of rules) for (const { source } of charges) expect(source).not.toBe('');
  expect({ total, unverifiedWcu }).toEqual({ total: 1445, unverifiedWcu: 250 });
});

it('adds up: AND, OR and NOT cost no more than their parts', () => {
  fc.assert(
    fc.property(statements, statements, (a, b) => {
      const sum = wcu(a) + wcu(b);
      expect(wcu({ AndStatement: { Statements: [a, b] } })).toBe(sum);
      expect(wcu({ OrStatement: { Statements: [b, a] } })).toBe(sum);
      expect(wcu({ NotStatement: { Statement: a } })).toBe(wcu(a));
      expect(wcu(a, b)).toBe(sum);
    }),
  );
});
