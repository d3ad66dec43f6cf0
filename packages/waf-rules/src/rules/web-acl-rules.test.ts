import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Breakage, breakages, loose } from '../../testing/breakages.ts';
import { facts, policy, profiles } from '../../testing/policies.ts';
import type { WebAcl } from '../web-acl.ts';
import { ackRules } from './ack-rules.ts';
import { webAclRules } from './web-acl-rules.ts';

const budget = facts.edge.capacity;
const all = (webAcl: WebAcl) => [...webAclRules(webAcl, budget), ...ackRules(webAcl)];

it.each(profiles)('finds nothing wrong with profile %s', (profile) => {
  expect(webAclRules(policy(profile), budget)).toEqual([]);
  const codes = ackRules(policy(profile)).map(({ code }) => code);
  expect(codes).toEqual(profile === 'cloudfront' ? ['ACK_SCOPE'] : []);
});

it.each(breakages)('reports $says with exactly its codes', ({ change, codes }: Breakage) => {
  const draft = loose(policy('direct'));
  change(draft);
  expect(all(draft as WebAcl).map(({ code }) => code)).toEqual(codes);
});

it('shows every code of the rules to fire', () => {
  const written = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
    .flatMap((source) => source.match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? []);
  const shown = breakages.flatMap(({ codes }) => codes);
  expect(new Set(written).size).toBeGreaterThan(20);
  expect([...new Set(written)].filter((code) => !shown.includes(code))).toEqual([]);
});

it('reports all that is wrong at once', () => {
  const draft = loose(policy('direct'));
  for (const { change } of breakages.filter((_, index) => index % 5 === 0)) change(draft);
  const codes = new Set(all(draft as WebAcl).map(({ code }) => code));
  expect(codes.size).toBeGreaterThanOrEqual(5);
});

describe('in words', () => {
  it('names the sink that can carry what ACK cannot', () => {
    const draft = loose(policy('direct'));
    draft.Rules[6].Statement = { AsnMatchStatement: { AsnList: [64_496] } };
    expect(ackRules(draft as WebAcl)).toMatchInlineSnapshot(`
      [
        {
          "at": "geo-high-risk.Statement",
          "code": "ACK_CANNOT_CARRY",
          "reason": "is not supported by the ACK controller v1.4.2, which would drop it without an error",
          "remedy": "render the web ACL with ruleJson for Terraform, which supports it",
          "severity": "error",
          "value": "AsnMatchStatement",
        },
      ]
    `);
  });

  it('names the heaviest rules above the budget', () => {
    expect(
      webAclRules(policy('direct'), { budgetWcu: 1400, ceilingWcu: 5000 }),
    ).toMatchInlineSnapshot(`
      [
        {
          "at": "bizflow-test-direct",
          "code": "CAPACITY_BUDGET",
          "reason": "is above the budget of 1400; the heaviest rules are managed-core-rule-set (700), managed-known-bad-inputs (200), managed-sql-database (200)",
          "remedy": "drop or narrow one of them, or raise capacity.budgetWcu and pay for each 500 more",
          "severity": "error",
          "value": "1445 WCU",
        },
      ]
    `);
  });
});

const leaves = (holder: object): { holder: Record<string, unknown>; key: string }[] =>
  Object.entries(holder).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value)
      : [{ holder: holder as Record<string, unknown>, key }],
  );

it('never throws, whatever strings and numbers a web ACL has', () => {
  const value = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor'), fc.double());
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), value), { maxLength: 9 }), (edits) => {
      const draft = loose(policy('direct'));
      for (const [place, text] of edits) {
        const all = leaves(draft);
        const leaf = all[place % all.length];
        if (leaf && typeof leaf.holder[leaf.key] === typeof text) leaf.holder[leaf.key] = text;
      }
      expect(() => all(draft as WebAcl)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
