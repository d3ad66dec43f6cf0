import type { FieldToMatch, Statement, TextTransformation } from '../statement.ts';
import { byteLength } from '../utf8.ts';
import { headerOf, pathOf, queryOf, type Request } from './request.ts';
import { transformed } from './transform.ts';

/** A request on its way through an ACL, with the labels it has so far. */
export interface Passage {
  readonly request: Request;
  readonly labels: readonly string[];
  /** Bytes of a body that WAF is shown. */
  readonly inspectedBytes: number;
  /** Texts already transformed in this run, by the statement's own list of transformations. */
  readonly known: Map<readonly TextTransformation[], Map<string, string>>;
}

/**
 * Whether a statement matches. Rates and managed groups are no matter of one request and are decided
 * by `evaluate`; SQLi, XSS, IP sets and ASN are AWS's own knowledge and never match here.
 */
export function matches(statement: Statement, passage: Passage): boolean {
  const { request, labels } = passage;
  if ('AndStatement' in statement) {
    return statement.AndStatement.Statements.every((part) => matches(part, passage));
  }
  if ('OrStatement' in statement) {
    return statement.OrStatement.Statements.some((part) => matches(part, passage));
  }
  if ('NotStatement' in statement) return !matches(statement.NotStatement.Statement, passage);
  if ('GeoMatchStatement' in statement) {
    const { country } = request.source;
    return country !== null && statement.GeoMatchStatement.CountryCodes.includes(country);
  }
  if ('LabelMatchStatement' in statement) {
    const { Key, Scope } = statement.LabelMatchStatement;
    return labels.some((label) => (Scope === 'LABEL' ? label === Key : label.startsWith(Key)));
  }
  return inspects(statement, passage);
}

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

const isOversize = ({ request, inspectedBytes }: Passage): boolean =>
  request.body.length > inspectedBytes || byteLength(request.body) > inspectedBytes;

interface Inspecting {
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly TextTransformation[];
}

const seen = (inspected: Inspecting, passage: Passage): readonly string[] =>
  values(inspected.FieldToMatch, passage).map((text) =>
    remembered(text, inspected.TextTransformations, passage),
  );

function remembered(
  text: string,
  steps: readonly TextTransformation[],
  { known }: Passage,
): string {
  const texts = known.get(steps) ?? new Map<string, string>();
  known.set(steps, texts);
  const result = texts.get(text) ?? transformed(text, steps);
  texts.set(text, result);
  return result;
}

/** What a field holds; nothing at all where a header is missing or a field is not evaluated. */
function values(field: FieldToMatch, { request, inspectedBytes }: Passage): readonly string[] {
  if ('UriPath' in field) return [pathOf(request)];
  if ('Method' in field) return [request.method];
  if ('QueryString' in field) return [queryOf(request)];
  if ('SingleHeader' in field) {
    const value = headerOf(request, field.SingleHeader.Name);
    return value === undefined ? [] : [value];
  }
  return 'Body' in field ? [request.body.slice(0, inspectedBytes)] : [];
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

// A pattern that JavaScript cannot read matches nothing; `problemsIn` has reported it by then.
const regex = (pattern: string): RegExp => {
  try {
    return new RegExp(pattern, 's');
  } catch {
    return /(?!)/;
  }
};
