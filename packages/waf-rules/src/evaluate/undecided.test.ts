import { targetCountries } from '@bizflow/region-catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, policy, profiles } from '../../testing/policies.ts';
import { page, request } from '../corpus/case.ts';
import { corpus } from '../corpus/corpus.ts';
import { groupFacts, managedLabel } from '../managed-groups.ts';
import type { Rule, WebAcl } from '../web-acl.ts';
import { evaluate, evaluateAll } from './evaluate.ts';
import type { Verdict } from './verdict.ts';

const direct = policy('direct');
const unsaid = (about: Parameters<typeof request>[0]) => request({ isJudged: false, ...about });
const injection = unsaid({ method: 'POST', target: '/login', body: `{"user":"' OR 1=1 --"}` });

/** `UNDECIDED` with what each open group could bring, or the ending and its rule. */
const said = (verdict: Verdict): readonly string[] =>
  verdict.action === 'UNDECIDED'
    ? verdict.open.map(({ rule, could }) => `${rule}: ${could.join(', ')}`)
    : [`${verdict.action} by ${verdict.rule}`];

const blocking = [
  'managed-amazon-ip-list: BLOCK',
  'managed-known-bad-inputs: BLOCK',
  'managed-core-rule-set: BLOCK',
  'managed-sql-database: BLOCK',
];

describe('what AWS decides is undecided', () => {
  it("names the groups that could block ' OR 1=1 -- at a login, and where they look", () => {
    const verdict = evaluate(direct, injection);
    expect(verdict).toMatchObject({
      action: 'UNDECIDED',
      otherwise: { action: 'ALLOW', rule: 'default' },
    });
    expect(said(verdict)).toEqual([...blocking, 'managed-bot-control: BLOCK']);
    const sql = 'open' in verdict && verdict.open.find(({ rule }) => rule.endsWith('database'));
    expect(sql).toEqual({
      rule: 'managed-sql-database',
      group: 'AWSManagedRulesSQLiRuleSet',
      could: ['BLOCK'],
      looksAt: ['query', 'body', 'cookie'],
    });
  });

  it.each([
    ['a webhook, at which Bot Control does not look', { target: '/webhooks/a' }, blocking],
    [
      'a page, where a label of a group that only counts leads to a CAPTCHA',
      { headers: page },
      [
        blocking[0],
        'managed-anonymous-ip-list: CAPTCHA',
        ...blocking.slice(1),
        'managed-bot-control: BLOCK, CAPTCHA',
      ],
    ],
    [
      'a page whose CAPTCHA is certain',
      {
        headers: page,
        managedLabels: ['awswaf:managed:aws:anonymous-ip-list:AnonymousIPList'],
      },
      [...blocking, 'managed-bot-control: BLOCK'],
    ],
  ])('for %s', (_says, about, open) => {
    expect(said(evaluate(direct, unsaid(about)))).toEqual(open);
  });
});

describe('an own rule decides', () => {
  const [risky = ''] = facts.edge.highRiskCountries;

  it.each([
    ['the health check, allowed first', { target: '/health' }, 'ALLOW by health-check'],
    ['a high risk', { country: risky, body: injection.body }, 'BLOCK by geo-high-risk'],
    ['a large body', { method: 'POST', body: 'x'.repeat(9000) }, 'BLOCK by body-oversize'],
  ])('before the groups: %s', (_says, about, ending) => {
    expect(said(evaluate(direct, unsaid(about)))).toEqual([ending]);
  });

  const own = (Priority: number): Rule => ({
    Name: 'closed',
    Priority,
    Statement: { GeoMatchStatement: { CountryCodes: ['IN'] } },
    Action: { Block: {} },
    VisibilityConfig: {
      CloudWatchMetricsEnabled: true,
      MetricName: 'x',
      SampledRequestsEnabled: true,
    },
  });

  it.each([[1], [9999]])(
    'with priority %d, where whatever the groups find is blocked too',
    (at) => {
      const closed = { ...direct, Rules: [...direct.Rules, own(at)] };
      expect(said(evaluate(closed, injection))).toEqual(['BLOCK by closed']);
    },
  );

  it('where a group only counts, and no rule reads its labels', () => {
    const counting: WebAcl = {
      ...direct,
      Rules: direct.Rules.map((rule) =>
        'OverrideAction' in rule ? { ...rule, OverrideAction: { Count: {} } } : rule,
      ),
    };
    expect(said(evaluate(counting, injection))).toEqual(['ALLOW by default']);
    const only = 'managed-sql-database';
    const mixed = {
      ...direct,
      Rules: direct.Rules.map((rule, at) =>
        rule.Name === only ? rule : (counting.Rules[at] ?? rule),
      ),
    };
    expect(said(evaluate(mixed, injection))).toEqual([`${only}: BLOCK`]);
  });
});

describe.each(profiles)('in the corpus of profile %s', (profile) => {
  const webAcl = policy(profile);
  const cases = corpus(facts.edge, targetCountries(facts.catalog), profile);
  const labels = facts.edge.managedGroups.flatMap(({ name }) => {
    const known = groupFacts(name);
    return known ? Object.values(known.rules).map((label) => managedLabel(known, label)) : [];
  });
  const single = cases.filter(({ requests }) => requests.length === 1);

  it('each ending is decided, or is what follows if AWS finds no more', () => {
    const wrong = cases.filter(({ requests, action, rule }) => {
      const open = requests.map((one) => ({ ...one, isJudged: false }));
      const last = evaluateAll(webAcl, open).at(-1);
      const outcome = last?.action === 'UNDECIDED' ? last.otherwise : last;
      return outcome?.action !== action || outcome.rule !== rule;
    });
    expect(wrong.map(({ says }) => says)).toEqual([]);
  });

  it('what is decided stays so whatever AWS finds, and what is open can come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...single), fc.subarray(labels), ({ requests }, found) => {
        const open = { ...(requests[0] ?? injection), isJudged: false };
        const verdict = evaluate(webAcl, open);
        const judged = (more: readonly string[]) =>
          evaluate(webAcl, {
            ...open,
            managedLabels: [...open.managedLabels, ...more],
            isJudged: true,
          }).action;
        const silent = found.filter((label) => isSilent(label, open.managedLabels));
        if (verdict.action !== 'UNDECIDED') expect(judged(silent)).toBe(verdict.action);
        else
          for (const { rule, could } of verdict.open) {
            const own = labels.filter((label) => label.includes(rule.replace('managed-', ':')));
            for (const ending of could) {
              expect(own.map((label) => judged([label]))).toContain(ending);
            }
          }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether the request says nothing of the label's group. */
const isSilent = (label: string, carried: readonly string[]): boolean => {
  const group = label.split(':').slice(0, 4).join(':');
  return !carried.some((other) => other.startsWith(group));
};
