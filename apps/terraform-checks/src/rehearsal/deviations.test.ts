import { describe, expect, it } from 'vitest';
import { type Deviation, rehearsalRules } from './deviations.ts';
import { changesIn, diagnosticsIn, typeOf } from './output.ts';

const deviation: Deviation = {
  step: 'create',
  type: 'aws_macie2_account',
  address: 'module.x.aws_macie2_account.this',
  message: 'enabling Macie: operation error: not implemented',
};
const known = {
  step: 'create',
  type: 'aws_macie2_account',
  message: 'not implemented',
  why: 'x',
} as const;
const types = new Set(['aws_macie2_account']);
const codes = (...args: Parameters<typeof rehearsalRules>) =>
  rehearsalRules(...args).map(({ code }) => code);

describe('the list of what moto cannot do', () => {
  it('lets a listed deviation pass, by type, step and words', () => {
    expect(codes([deviation], [known], types)).toEqual([]);
    expect(codes([{ ...deviation, step: 'refresh' }], [known], types)).toEqual([
      'DEVIATION',
      'DEVIATION_STALE',
    ]);
    expect(codes([{ ...deviation, message: 'denied' }], [known], types)).toEqual([
      'DEVIATION',
      'DEVIATION_STALE',
    ]);
  });

  it('refuses an entry that no longer occurs, but says nothing of types that were not tried', () => {
    expect(codes([], [known], types)).toEqual(['DEVIATION_STALE']);
    expect(codes([], [known], new Set())).toEqual([]);
    expect(codes([], [{ ...known, sometimes: true }], types)).toEqual([]);
  });
});

describe("Terraform's own words", () => {
  it.each([
    ['module.x.aws_kms_key.primary["secrets"]', 'aws_kms_key'],
    [
      'module.eks.aws_vpc_security_group_ingress_rule.cluster_callers["10.1.3.0/24-3000"]',
      'aws_vpc_security_group_ingress_rule',
    ],
    ['data.aws_subnet.proving_1', 'aws_subnet'],
    ['module.x["a.b"].aws_s3_bucket.this[0]', 'aws_s3_bucket'],
    ['', 'root'],
  ])('give the type that %s is of', (address, type) => {
    expect(typeOf(address)).toBe(type);
  });

  it('give each error with the resource it is about', () => {
    const line = JSON.stringify({
      type: 'diagnostic',
      diagnostic: {
        severity: 'error',
        summary: 'enabling Macie',
        detail: 'not\nimplemented',
        address: 'module.x["a"].aws_macie2_account.this',
      },
    });
    expect(diagnosticsIn(`noise\n${line}\n{"type":"other"}\n`)).toEqual([
      {
        address: 'module.x["a"].aws_macie2_account.this',
        message: 'enabling Macie: not implemented',
      },
    ]);
  });

  it('give the attributes that a second plan would change', () => {
    const change = (actions: readonly string[], before: unknown, after: unknown) => ({
      address: 'aws_x.y',
      mode: 'managed',
      type: 'aws_x',
      change: { actions, before, after },
    });
    const shown = (one: unknown) => JSON.stringify({ resource_changes: [one] });
    expect(changesIn(shown(change(['no-op'], {}, {})))).toEqual([]);
    expect(changesIn(shown(change(['update'], { a: 1, b: 2 }, { a: 1, b: 3 })))).toEqual([
      { address: 'aws_x.y', type: 'aws_x', actions: 'update', message: 'b' },
    ]);
  });
});
