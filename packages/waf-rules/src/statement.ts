// After the shapes of @aws-sdk/client-wafv2 (API version 2019-07-29), written here because the
// package has no dependency on it. One difference: `SearchString` is text, and a sink encodes it.

type Empty = Readonly<Record<string, never>>;

/** What to do with what is larger than WAF can see; the server's default is CONTINUE. */
export type OversizeHandling = 'CONTINUE' | 'MATCH' | 'NO_MATCH';

/** The part of a request that a statement looks at: exactly one member. */
export type FieldToMatch =
  | { readonly UriPath: Empty }
  | { readonly Method: Empty }
  | { readonly QueryString: Empty }
  | { readonly AllQueryArguments: Empty }
  | { readonly SingleHeader: { readonly Name: string } }
  | { readonly Body: { readonly OversizeHandling: OversizeHandling } }
  | {
      readonly JsonBody: {
        readonly InvalidFallbackBehavior: 'MATCH' | 'NO_MATCH' | 'EVALUATE_AS_STRING';
        readonly MatchPattern: { readonly All: Empty } | { readonly IncludedPaths: Texts };
        readonly MatchScope: 'ALL' | 'KEY' | 'VALUE';
        readonly OversizeHandling: OversizeHandling;
      };
    }
  | { readonly UriFragment: { readonly FallbackBehavior: 'MATCH' | 'NO_MATCH' } }
  | { readonly JA4Fingerprint: { readonly FallbackBehavior: 'MATCH' | 'NO_MATCH' } };

type Texts = readonly string[];

/** The transformations this package can also run; AWS has more. */
export type TransformationType =
  | 'NONE'
  | 'LOWERCASE'
  | 'URL_DECODE'
  | 'NORMALIZE_PATH'
  | 'COMPRESS_WHITE_SPACE'
  | 'REMOVE_NULLS';

export interface TextTransformation {
  readonly Priority: number;
  readonly Type: TransformationType;
}

/** What a statement looks at, and how it is transformed before. */
export interface Inspecting {
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly TextTransformation[];
}

export type PositionalConstraint =
  | 'EXACTLY'
  | 'STARTS_WITH'
  | 'ENDS_WITH'
  | 'CONTAINS'
  | 'CONTAINS_WORD';

export interface ByteMatch extends Inspecting {
  readonly PositionalConstraint: PositionalConstraint;
  readonly SearchString: string;
}

export interface SizeConstraint extends Inspecting {
  readonly ComparisonOperator: 'EQ' | 'NE' | 'LE' | 'LT' | 'GE' | 'GT';
  readonly Size: number;
}

export interface ForwardedIp {
  readonly FallbackBehavior: 'MATCH' | 'NO_MATCH';
  readonly HeaderName: string;
}

export interface GeoMatch {
  readonly CountryCodes: Texts;
  readonly ForwardedIPConfig?: ForwardedIp;
}

export interface LabelMatch {
  readonly Key: string;
  readonly Scope: 'LABEL' | 'NAMESPACE';
}

/** Counts the requests of one address in a sliding window; the window is always written out. */
export interface RateBased {
  readonly AggregateKeyType: 'IP' | 'FORWARDED_IP' | 'CONSTANT';
  readonly EvaluationWindowSec: number;
  readonly ForwardedIPConfig?: ForwardedIp;
  readonly Limit: number;
  readonly ScopeDownStatement?: Statement;
}

export interface ManagedRuleGroup {
  readonly ManagedRuleGroupConfigs?: readonly {
    readonly AWSManagedRulesBotControlRuleSet: { readonly InspectionLevel: 'COMMON' | 'TARGETED' };
  }[];
  readonly Name: string;
  readonly RuleActionOverrides?: readonly {
    readonly ActionToUse: { readonly Count: Empty } | { readonly Block: Empty };
    readonly Name: string;
  }[];
  readonly ScopeDownStatement?: Statement;
  readonly VendorName: string;
}

/** One WAFv2 statement: exactly one member. */
export type Statement =
  | { readonly AndStatement: { readonly Statements: readonly Statement[] } }
  | { readonly OrStatement: { readonly Statements: readonly Statement[] } }
  | { readonly NotStatement: { readonly Statement: Statement } }
  | { readonly ByteMatchStatement: ByteMatch }
  | { readonly SizeConstraintStatement: SizeConstraint }
  | { readonly RegexMatchStatement: Inspecting & { readonly RegexString: string } }
  | { readonly SqliMatchStatement: Inspecting & { readonly SensitivityLevel: 'LOW' | 'HIGH' } }
  | { readonly XssMatchStatement: Inspecting }
  | { readonly GeoMatchStatement: GeoMatch }
  | { readonly IPSetReferenceStatement: { readonly ARN: string } }
  | { readonly AsnMatchStatement: { readonly AsnList: readonly number[] } }
  | { readonly LabelMatchStatement: LabelMatch }
  | { readonly RateBasedStatement: RateBased }
  | { readonly ManagedRuleGroupStatement: ManagedRuleGroup };
