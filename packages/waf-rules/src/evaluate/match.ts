import type { LabelMatch, Statement } from '../statement.ts';
import { byteLength } from '../utf8.ts';
import { isOversize, type Passage, seen } from './inspected.ts';

/** `certain`: by the labels that a request has; `possible`: by those too that AWS may add. */
export type Reading = 'certain' | 'possible';

/**
 * Whether a statement matches. Rates and managed groups depend on more than one request and are decided
 * by `evaluate`; SQLi, XSS, IP sets and ASN are AWS's own knowledge and never match here.
 */
export function matches(
  statement: Statement,
  passage: Passage,
  reading: Reading = 'certain',
): boolean {
  const { request } = passage;
  if ('AndStatement' in statement) {
    return statement.AndStatement.Statements.every((part) => matches(part, passage, reading));
  }
  if ('OrStatement' in statement) {
    return statement.OrStatement.Statements.some((part) => matches(part, passage, reading));
  }
  if ('NotStatement' in statement) {
    // What possibly matches does not certainly fail to.
    const other = reading === 'certain' ? 'possible' : 'certain';
    return !matches(statement.NotStatement.Statement, passage, other);
  }
  if ('GeoMatchStatement' in statement) {
    const { country } = request.source;
    return country !== null && statement.GeoMatchStatement.CountryCodes.includes(country);
  }
  if ('LabelMatchStatement' in statement) {
    return labelled(statement.LabelMatchStatement, labelsOf(passage, reading));
  }
  return inspects(statement, passage);
}

const labelsOf = ({ labels, maybe }: Passage, reading: Reading): readonly string[] =>
  reading === 'certain' ? labels : [...labels, ...maybe.map(({ label }) => label)];

/** Whether one of the labels is meant. */
export const labelled = ({ Key, Scope }: LabelMatch, labels: readonly string[]): boolean =>
  labels.some((label) => (Scope === 'LABEL' ? label === Key : label.startsWith(Key)));

/** Whether a rate or a managed group looks at the request at all. */
export const isInScope = (
  { ScopeDownStatement: scope }: { readonly ScopeDownStatement?: Statement },
  passage: Passage,
  reading: Reading = 'certain',
): boolean => scope === undefined || matches(scope, passage, reading);

function inspects(statement: Statement, passage: Passage): boolean {
  if ('ByteMatchStatement' in statement) {
    const { PositionalConstraint: where, SearchString: wanted } = statement.ByteMatchStatement;
    return seen(statement.ByteMatchStatement, passage).some((text) => has[where](text, wanted));
  }
  if ('RegexMatchStatement' in statement) {
    const pattern = regex(statement.RegexMatchStatement.RegexString);
    return seen(statement.RegexMatchStatement, passage).some((text) => pattern.test(text));
  }
  if (!('SizeConstraintStatement' in statement)) return false;
  const { FieldToMatch: field, ComparisonOperator, Size } = statement.SizeConstraintStatement;
  if ('Body' in field && isOversize(passage) && field.Body.OversizeHandling !== 'CONTINUE') {
    return field.Body.OversizeHandling === 'MATCH';
  }
  const compare = comparisons[ComparisonOperator];
  return seen(statement.SizeConstraintStatement, passage).some((text) =>
    compare(byteLength(text), Size),
  );
}

const has = {
  EXACTLY: (text: string, wanted: string) => text === wanted,
  STARTS_WITH: (text: string, wanted: string) => text.startsWith(wanted),
  ENDS_WITH: (text: string, wanted: string) => text.endsWith(wanted),
  CONTAINS: (text: string, wanted: string) => text.includes(wanted),
  CONTAINS_WORD: (text: string, wanted: string) =>
    regex(`(?:^|\\W)${wanted.replace(/\W/g, '\\$&')}(?:\\W|$)`).test(text),
};

const comparisons = {
  EQ: (a: number, b: number) => a === b,
  NE: (a: number, b: number) => a !== b,
  LE: (a: number, b: number) => a <= b,
  LT: (a: number, b: number) => a < b,
  GE: (a: number, b: number) => a >= b,
  GT: (a: number, b: number) => a > b,
};

// A pattern that JavaScript cannot read matches nothing; `webAclRules` has reported it by then.
const regex = (pattern: string): RegExp => {
  try {
    return new RegExp(pattern, 's');
  } catch {
    return /(?!)/;
  }
};
