import { expect, it } from 'vitest';
import { statements } from './statements.ts';

it('finds the statements that are text, and where they are', () => {
  const rateBasedStatement = { limit: 1, scopeDownStatement: 'GeoMatchStatement: null\n' };
  const rules = [{ statement: { rateBasedStatement } }, { statement: { andStatement: 'a\n' } }];
  expect(statements({ rules }, 'acl')).toEqual([
    {
      at: 'acl.rules[0].statement.rateBasedStatement.scopeDownStatement',
      kind: 'scopeDownStatement',
      text: 'GeoMatchStatement: null\n',
    },
    { at: 'acl.rules[1].statement.andStatement', kind: 'andStatement', text: 'a\n' },
  ]);
});
