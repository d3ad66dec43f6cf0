import type { Statement } from '../statement.ts';
import type { WebAcl } from '../web-acl.ts';

/** A statement, its path, and whether it is inside another statement. */
export interface Place {
  readonly at: string;
  readonly statement: Statement;
  readonly isNested: boolean;
}

/** Every statement of an ACL, the nested ones too. */
export const places = ({ Rules }: Pick<WebAcl, 'Rules'>): readonly Place[] =>
  Rules.flatMap(({ Name, Statement }) => within(`${Name}.Statement`, Statement, false));

function within(at: string, statement: Statement, isNested: boolean): readonly Place[] {
  return [{ at, statement, isNested }, ...parts(at, statement)];
}

function parts(at: string, statement: Statement): readonly Place[] {
  if ('AndStatement' in statement) return listed(`${at}.And`, statement.AndStatement.Statements);
  if ('OrStatement' in statement) return listed(`${at}.Or`, statement.OrStatement.Statements);
  if ('NotStatement' in statement) {
    return within(`${at}.Not`, statement.NotStatement.Statement, true);
  }
  const scope =
    'RateBasedStatement' in statement
      ? statement.RateBasedStatement.ScopeDownStatement
      : 'ManagedRuleGroupStatement' in statement
        ? statement.ManagedRuleGroupStatement.ScopeDownStatement
        : undefined;
  return scope ? within(`${at}.ScopeDown`, scope, true) : [];
}

const listed = (at: string, statements: readonly Statement[]): readonly Place[] =>
  statements.flatMap((part, index) => within(`${at}[${index}]`, part, true));
