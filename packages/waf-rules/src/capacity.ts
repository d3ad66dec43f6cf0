import { type Cost, costs } from './costs.ts';
import { groupFacts } from './managed-groups.ts';
import type { Inspecting, Statement } from './statement.ts';
import type { WebAcl } from './web-acl.ts';

/** One number in a rule's capacity, with its source. */
export interface Charge extends Cost {
  readonly what: string;
  /** `false` marks an upper bound that no document of AWS confirms. */
  readonly verified: boolean;
}

/** What a rule costs, and from which numbers. */
export interface RuleCapacity {
  readonly rule: string;
  readonly wcu: number;
  readonly charges: readonly Charge[];
}

/** What an ACL costs at most. */
export interface Capacity {
  readonly wcu: number;
  /** The part of `wcu` that rests on unverified numbers. */
  readonly unverifiedWcu: number;
  readonly rules: readonly RuleCapacity[];
}

/** WCU per rule and in total: an upper bound, because AWS may charge shared work only once. */
export function capacity({ Rules }: Pick<WebAcl, 'Rules'>): Capacity {
  const rules = Rules.map(({ Name, Statement }) => {
    const charges = chargesOf(Statement);
    return { rule: Name, wcu: sum(charges), charges };
  });
  const all = rules.flatMap(({ charges }) => charges);
  return { wcu: sum(all), unverifiedWcu: sum(all.filter(({ verified }) => !verified)), rules };
}

const sum = (charges: readonly Cost[]): number => charges.reduce((a, { wcu }) => a + wcu, 0);

const charge = (what: string, cost: Cost): readonly Charge[] => [{ ...cost, what, verified: true }];

/** AND, OR and NOT cost nothing themselves: only the sum of their parts. */
function chargesOf(statement: Statement): readonly Charge[] {
  if ('AndStatement' in statement) return statement.AndStatement.Statements.flatMap(chargesOf);
  if ('OrStatement' in statement) return statement.OrStatement.Statements.flatMap(chargesOf);
  if ('NotStatement' in statement) return chargesOf(statement.NotStatement.Statement);
  if ('GeoMatchStatement' in statement) return charge('geo match', costs.geo);
  if ('AsnMatchStatement' in statement) return charge('ASN match', costs.asn);
  if ('LabelMatchStatement' in statement) return charge('label match', costs.label);
  if ('IPSetReferenceStatement' in statement) return charge('IP set', costs.ipSet);
  if ('RateBasedStatement' in statement) {
    const { ScopeDownStatement: scope } = statement.RateBasedStatement;
    return [...charge('rate', costs.rate), ...(scope ? chargesOf(scope) : [])];
  }
  if ('ManagedRuleGroupStatement' in statement) {
    const { Name, ScopeDownStatement: scope } = statement.ManagedRuleGroupStatement;
    return [...groupCharge(Name), ...(scope ? chargesOf(scope) : [])];
  }
  return inspection(statement);
}

// An unknown group is reported separately (GROUP_UNKNOWN) before its capacity is read.
const groupCharge = (name: string): readonly Charge[] => {
  const { wcu, source, verified } = groupFacts(name) ?? { wcu: 0, source: '', verified: false };
  return [{ what: name, wcu, source, verified }];
};

function inspection(statement: Statement): readonly Charge[] {
  if ('ByteMatchStatement' in statement) {
    const { PositionalConstraint: where } = statement.ByteMatchStatement;
    const cost = where.startsWith('CONTAINS') ? costs.bytesAnywhere : costs.bytesAtAnEnd;
    return inspecting(`byte match ${where}`, cost, statement.ByteMatchStatement);
  }
  if ('SizeConstraintStatement' in statement) {
    return inspecting('size constraint', costs.size, statement.SizeConstraintStatement);
  }
  if ('RegexMatchStatement' in statement) {
    return inspecting('regex match', costs.regex, statement.RegexMatchStatement);
  }
  if ('SqliMatchStatement' in statement) {
    const { SensitivityLevel: level } = statement.SqliMatchStatement;
    const cost = level === 'HIGH' ? costs.sqliHigh : costs.sqliLow;
    return inspecting(`SQLi ${level}`, cost, statement.SqliMatchStatement);
  }
  return 'XssMatchStatement' in statement
    ? inspecting('XSS', costs.xss, statement.XssMatchStatement)
    : [];
}

/** JSON bodies double the base, all query arguments add 10, and so does each transformation. */
const inspecting = (what: string, cost: Cost, inspected: Inspecting): readonly Charge[] => [
  ...charge(what, 'JsonBody' in inspected.FieldToMatch ? { ...cost, wcu: 2 * cost.wcu } : cost),
  ...('AllQueryArguments' in inspected.FieldToMatch
    ? charge('all query arguments', costs.allQueryArguments)
    : []),
  ...inspected.TextTransformations.filter(({ Type }) => Type !== 'NONE').flatMap(({ Type }) =>
    charge(Type, costs.transformation),
  ),
];
