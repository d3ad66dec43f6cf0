import { isObject, type Problem, unless } from '@bizflow/kernel';
import type { WebAcl } from '../web-acl.ts';

// Kinds with their required fields, so that later rules can rely on them.
const kinds: Readonly<Record<string, readonly string[]>> = {
  AndStatement: ['Statements'],
  OrStatement: ['Statements'],
  NotStatement: ['Statement'],
  ByteMatchStatement: [
    'FieldToMatch',
    'PositionalConstraint',
    'SearchString',
    'TextTransformations',
  ],
  SizeConstraintStatement: ['ComparisonOperator', 'FieldToMatch', 'Size', 'TextTransformations'],
  RegexMatchStatement: ['FieldToMatch', 'RegexString', 'TextTransformations'],
  SqliMatchStatement: ['FieldToMatch', 'SensitivityLevel', 'TextTransformations'],
  XssMatchStatement: ['FieldToMatch', 'TextTransformations'],
  GeoMatchStatement: ['CountryCodes'],
  IPSetReferenceStatement: ['ARN'],
  AsnMatchStatement: ['AsnList'],
  LabelMatchStatement: ['Key', 'Scope'],
  RateBasedStatement: ['AggregateKeyType'],
  ManagedRuleGroupStatement: ['Name', 'VendorName'],
};

/** What the compiler would have refused: no statement, two in one, a kind or a part missing. */
export const shapeRules = ({ Rules }: WebAcl): readonly Problem[] =>
  Rules.flatMap(({ Name, Statement }) => statement(`${Name}.Statement`, Statement));

function statement(at: string, value: unknown): readonly Problem[] {
  const members = Object.entries(isObject(value) ? value : {});
  const [only] = members;
  const fields = only === undefined ? undefined : kinds[only[0]];
  if (members.length !== 1 || only === undefined || fields === undefined) {
    return kind(at, members.map(([name]) => name).join(' and ') || 'nothing');
  }
  const held = isObject(only[1]) ? only[1] : {};
  const missing = fields.filter((field) => held[field] === undefined);
  return [
    ...missing.flatMap((field) => kind(`${at}.${only[0]}.${field}`, 'undefined')),
    ...['Statement', 'ScopeDownStatement']
      .filter((field) => held[field] !== undefined)
      .flatMap((field) => statement(`${at}.${field}`, held[field])),
    ...(Array.isArray(held.Statements) ? held.Statements : []).flatMap((part, index) =>
      statement(`${at}[${index}]`, part),
    ),
  ];
}

const kind = (at: string, value: string): readonly Problem[] =>
  unless(false, {
    code: 'STATEMENT_KIND',
    at,
    value,
    reason: 'must be one known statement with all its required fields',
    remedy: `write one of ${Object.keys(kinds).join(', ')}`,
  });
