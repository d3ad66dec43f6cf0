import { describe, expect, it } from 'vitest';
import { comingBack, leftBehind, lostStores, takenStores } from './harm-rules.ts';

const codes = (problems: readonly { readonly code: string; readonly value?: unknown }[]) =>
  problems.map(({ code, value }) => `${code} ${value}`);

describe('what a move must not do', () => {
  it('is to take a store away, and not to take away anything else', () => {
    const taken = ['module.rds.aws_db_instance.this', 'module.eks.aws_eks_cluster.this'];
    expect(codes(takenStores('copy', 'production/xx-1', taken))).toEqual([
      'DATA_TAKEN module.rds.aws_db_instance.this',
    ]);
  });

  it('is to lose what AWS had before the step', () => {
    expect(codes(lostStores('copy', ['a', 'b'], ['b', 'c']))).toEqual(['DATA_LOST a']);
  });

  it('is to leave something behind', () => {
    expect(codes(leftBehind('destroy', 'xx-1', ['bucket x']))).toEqual(['LEFT_BEHIND bucket x']);
  });

  it('is to have GitHub make again what a person destroyed', () => {
    const destroyed = new Set(['a', 'b']);
    const applied = [
      { root: 'a', stage: 'regions' },
      { root: 'b', stage: 'leaving' },
      { root: 'c', stage: 'regions' },
    ];
    expect(codes(comingBack(destroyed, applied))).toEqual(['ROOT_COMES_BACK a']);
  });
});
