import { describe, expect, it } from 'vitest';
import { type Explained, type Finding, lintRules } from './explained.ts';

const finding: Finding = { id: 'CKV_1', at: 'modules/x aws_y.z', message: 'should not' };
const known: Explained = {
  id: 'CKV_1',
  at: 'modules/x aws_y.z',
  reason: 'AWS offers no other way',
  decision: 'docs/decisions/0001-x.md',
};
const codes = (findings: readonly Finding[], explained: readonly Explained[], pages = true) =>
  lintRules(findings, explained, () => pages).map(({ code }) => code);

describe('a list of explained findings', () => {
  it('accepts an explained finding, single or with others', () => {
    expect(codes([finding], [known])).toEqual([]);
    expect(
      codes([finding, { ...finding, at: 'modules/x aws_y.w' }], [{ ...known, at: 'modules/x *' }]),
    ).toEqual([]);
  });

  it('refuses a finding of another rule or at another place', () => {
    expect(codes([finding, { ...finding, id: 'CKV_2' }], [known])).toEqual(['FINDING']);
    expect(codes([finding, { ...finding, at: 'modules/y aws_y.z' }], [known])).toEqual(['FINDING']);
  });

  it('refuses an explanation that nothing needs, says nothing, or names no page', () => {
    expect(codes([], [known])).toEqual(['FINDING_STALE']);
    expect(codes([finding], [{ ...known, reason: ' ' }])).toEqual(['REASON_MISSING']);
    expect(codes([finding], [known], false)).toEqual(['DECISION_MISSING']);
  });
});
