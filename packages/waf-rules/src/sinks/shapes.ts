/**
 * The structs that the ACK controller v1.4.2 decodes nested statements into: those of
 * aws-sdk-go-v2/service/wafv2 v1.55.11, fields in canonical order. `canonical.test.ts` compares them
 * with that module by reflection; another version of the controller needs another table.
 */
export const shapes: Readonly<Record<string, readonly string[]>> = {
  Statement: [
    'AndStatement',
    'ByteMatchStatement',
    'GeoMatchStatement',
    'IPSetReferenceStatement',
    'LabelMatchStatement',
    'ManagedRuleGroupStatement',
    'NotStatement',
    'OrStatement',
    'RateBasedStatement',
    'RegexMatchStatement',
    'RegexPatternSetReferenceStatement',
    'RuleGroupReferenceStatement',
    'SizeConstraintStatement',
    'SqliMatchStatement',
    'XssMatchStatement',
  ],
  AndStatement: ['Statements'],
  OrStatement: ['Statements'],
  NotStatement: ['Statement'],
  ByteMatchStatement: [
    'FieldToMatch',
    'PositionalConstraint',
    'SearchString',
    'TextTransformations',
  ],
  GeoMatchStatement: ['CountryCodes', 'ForwardedIPConfig'],
  ForwardedIPConfig: ['FallbackBehavior', 'HeaderName'],
  IPSetReferenceStatement: ['ARN', 'IPSetForwardedIPConfig'],
  LabelMatchStatement: ['Key', 'Scope'],
  RegexMatchStatement: ['FieldToMatch', 'RegexString', 'TextTransformations'],
  SizeConstraintStatement: ['ComparisonOperator', 'FieldToMatch', 'Size', 'TextTransformations'],
  SqliMatchStatement: ['FieldToMatch', 'SensitivityLevel', 'TextTransformations'],
  XssMatchStatement: ['FieldToMatch', 'TextTransformations'],
  TextTransformation: ['Priority', 'Type'],
  FieldToMatch: [
    'AllQueryArguments',
    'Body',
    'Cookies',
    'HeaderOrder',
    'Headers',
    'JA3Fingerprint',
    'JsonBody',
    'Method',
    'QueryString',
    'SingleHeader',
    'SingleQueryArgument',
    'UriPath',
  ],
  Body: ['OversizeHandling'],
  JsonBody: ['InvalidFallbackBehavior', 'MatchPattern', 'MatchScope', 'OversizeHandling'],
  JsonMatchPattern: ['All', 'IncludedPaths'],
  SingleHeader: ['Name'],
};

const elsewhere: Readonly<Record<string, string>> = {
  Statements: 'Statement',
  TextTransformations: 'TextTransformation',
  MatchPattern: 'JsonMatchPattern',
};

/** The struct behind a field; the SDK names almost every one after its field. */
export const shapeOf = (field: string): string => elsewhere[field] ?? field;
