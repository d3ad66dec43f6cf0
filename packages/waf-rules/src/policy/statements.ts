import type {
  FieldToMatch,
  PositionalConstraint,
  Statement,
  TextTransformation,
  TransformationType,
} from '../statement.ts';
import type { PathClass } from './edge-policy.ts';

/** The label of a path class; our own labels need no account or ACL name within their ACL. */
export const pathLabel = (kind: PathClass): string => `bizflow:path:${kind}`;

/** The label of what a browser has to answer a CAPTCHA for. */
export const suspicious = 'bizflow:suspicious';

const transformations = (...types: readonly TransformationType[]): readonly TextTransformation[] =>
  types.map((Type, Priority) => ({ Priority, Type }));

const untouched = transformations('NONE');

export const and = (...Statements: readonly Statement[]): Statement => ({
  AndStatement: { Statements },
});

export const not = (Statement: Statement): Statement => ({ NotStatement: { Statement } });

export const hasLabel = (Key: string): Statement => ({
  LabelMatchStatement: { Key, Scope: 'LABEL' },
});

/** Any label under a namespace, which ends in a colon. */
export const hasNamespace = (Key: string): Statement => ({
  LabelMatchStatement: { Key, Scope: 'NAMESPACE' },
});

export const fromCountry = (CountryCodes: readonly string[]): Statement => ({
  GeoMatchStatement: { CountryCodes },
});

const bytes = (
  FieldToMatch: FieldToMatch,
  PositionalConstraint: PositionalConstraint,
  SearchString: string,
  TextTransformations = untouched,
): Statement => ({
  ByteMatchStatement: { FieldToMatch, PositionalConstraint, SearchString, TextTransformations },
});

/** The raw path, byte for byte: what is allowed unseen must be spelled exactly so. */
export const isPath = (text: string): Statement => bytes({ UriPath: {} }, 'EXACTLY', text);

// WAF sees the path as it was sent; `/%61dmin`, `//admin`, `/x/../admin` and `/ADMIN` are one.
const decoded = transformations('URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE');

/** A path from its start, for rules that loosen: elsewhere the same letters mean something else. */
export const startsWithPath = (text: string): Statement =>
  bytes({ UriPath: {} }, 'STARTS_WITH', text, decoded);

/** A path at any depth, for rules that tighten: behind `/api/v2/` a login is one too. */
export const hasPath = (text: string): Statement =>
  bytes({ UriPath: {} }, 'CONTAINS', text, decoded);

export const isMethod = (text: string): Statement => bytes({ Method: {} }, 'EXACTLY', text);

export const headerHas = (Name: string, text: string): Statement =>
  bytes({ SingleHeader: { Name } }, 'CONTAINS', text, transformations('LOWERCASE'));

/** A body of which WAF sees only the start; MATCH, because the rest could hide anything. */
export const bodyAbove = (Size: number): Statement => ({
  SizeConstraintStatement: {
    ComparisonOperator: 'GT',
    FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
    Size,
    TextTransformations: untouched,
  },
});
