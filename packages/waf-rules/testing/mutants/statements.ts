import { countryCodes } from '@bizflow/region-catalog';
import { groupFacts } from '../../src/managed-groups.ts';
import type {
  ByteMatch,
  ManagedRuleGroup,
  RateBased,
  SizeConstraint,
  Statement,
} from '../../src/statement.ts';

/** A statement that says something else, and what was changed. */
export type Variant = readonly [what: string, statement: Statement];

const positions = ['EXACTLY', 'STARTS_WITH', 'ENDS_WITH', 'CONTAINS'] as const;

const bytes = (of: ByteMatch): readonly Variant[] => {
  const made = (what: string, change: Partial<ByteMatch>): Variant => [
    what,
    { ByteMatchStatement: { ...of, ...change } },
  ];
  return [
    ...positions
      .filter((position) => position !== of.PositionalConstraint)
      .map((position) => made(position, { PositionalConstraint: position })),
    ...of.TextTransformations.filter(({ Type }) => Type !== 'NONE').map(({ Type }) =>
      made(`without ${Type}`, {
        TextTransformations: of.TextTransformations.filter((step) => step.Type !== Type),
      }),
    ),
    made('a shorter text', { SearchString: of.SearchString.slice(0, -1) }),
    made('a longer text', { SearchString: `${of.SearchString}x` }),
  ];
};

// Bodies above the border match by OversizeHandling already, so a larger Size changes nothing.
const size = (of: SizeConstraint): readonly Variant[] => [
  ...(['EQ', 'NE', 'LE', 'LT', 'GE'] as const).map(
    (comparison): Variant => [
      comparison,
      { SizeConstraintStatement: { ...of, ComparisonOperator: comparison } },
    ],
  ),
  ['a smaller size', { SizeConstraintStatement: { ...of, Size: of.Size - 1 } }],
  ...(['CONTINUE', 'NO_MATCH'] as const).map(
    (handling): Variant => [
      handling,
      {
        SizeConstraintStatement: { ...of, FieldToMatch: { Body: { OversizeHandling: handling } } },
      },
    ],
  ),
];

const geo = (codes: readonly string[], gone: readonly string[]): readonly Variant[] =>
  [...countryCodes, 'XK']
    .filter((code) => !gone.includes(code))
    .map((code): Variant => {
      const has = codes.includes(code);
      const CountryCodes = has ? codes.filter((other) => other !== code) : [...codes, code];
      return [`${has ? 'without' : 'with'} ${code}`, { GeoMatchStatement: { CountryCodes } }];
    });

const rate = (of: RateBased): readonly Variant[] => {
  const { ScopeDownStatement: scope, ...open } = of;
  const windows = [60, 120, 300, 600].filter((window) => window !== of.EvaluationWindowSec);
  return [
    ['one more', { RateBasedStatement: { ...of, Limit: of.Limit + 1 } }],
    ['one less', { RateBasedStatement: { ...of, Limit: of.Limit - 1 } }],
    ['for all together', { RateBasedStatement: { ...of, AggregateKeyType: 'CONSTANT' } }],
    ...windows.map(
      (EvaluationWindowSec): Variant => [
        `in ${EvaluationWindowSec} s`,
        { RateBasedStatement: { ...of, EvaluationWindowSec } },
      ],
    ),
    ...(scope ? [['of everything', { RateBasedStatement: open }] as const] : []),
    ...(scope
      ? inside(scope, (ScopeDownStatement) => ({
          RateBasedStatement: { ...of, ScopeDownStatement },
        }))
      : []),
  ];
};

const group = (of: ManagedRuleGroup): readonly Variant[] => {
  const { ScopeDownStatement: scope, RuleActionOverrides: overrides = [], ...open } = of;
  const made = (change: typeof overrides): Statement => ({
    ManagedRuleGroupStatement: { ...of, RuleActionOverrides: change },
  });
  const rules = Object.keys(groupFacts(of.Name)?.rules ?? {});
  return [
    ...rules.map((rule): Variant => {
      const rest = overrides.filter(({ Name }) => Name !== rule);
      return rest.length < overrides.length
        ? [`${rule} blocks`, made(rest)]
        : [`${rule} counts`, made([...rest, { ActionToUse: { Count: {} }, Name: rule }])];
    }),
    ...(scope
      ? [
          [
            'everywhere',
            { ManagedRuleGroupStatement: { ...open, RuleActionOverrides: overrides } },
          ] as const,
        ]
      : []),
    ...(scope
      ? inside(scope, (ScopeDownStatement) => ({
          ManagedRuleGroupStatement: { ...of, ScopeDownStatement },
        }))
      : []),
  ];
};

const inside = (
  part: Statement,
  around: (part: Statement) => Statement,
  gone: readonly string[] = [],
): readonly Variant[] => variants(part, gone).map(([what, statement]) => [what, around(statement)]);

/** Every way to say a little less, a little more or something else; `gone` countries never come. */
export function variants(statement: Statement, gone: readonly string[]): readonly Variant[] {
  if ('AndStatement' in statement) {
    const { Statements: parts } = statement.AndStatement;
    const made = (Statements: readonly Statement[]): Statement => ({
      AndStatement: { Statements },
    });
    return parts.flatMap((part, at): readonly Variant[] => [
      [`without part ${at + 1}`, made(parts.toSpliced(at, 1))],
      ...inside(part, (other) => made(parts.with(at, other)), gone),
    ]);
  }
  if ('NotStatement' in statement) {
    const { Statement: part } = statement.NotStatement;
    return [
      ['without NOT', part],
      ...inside(part, (Statement) => ({ NotStatement: { Statement } }), gone),
    ];
  }
  if ('LabelMatchStatement' in statement) {
    const { Key, Scope } = statement.LabelMatchStatement;
    return [['another label', { LabelMatchStatement: { Key: `${Key}x`, Scope } }]];
  }
  if ('ByteMatchStatement' in statement) return bytes(statement.ByteMatchStatement);
  if ('SizeConstraintStatement' in statement) return size(statement.SizeConstraintStatement);
  if ('GeoMatchStatement' in statement) return geo(statement.GeoMatchStatement.CountryCodes, gone);
  if ('RateBasedStatement' in statement) return rate(statement.RateBasedStatement);
  if ('ManagedRuleGroupStatement' in statement) return group(statement.ManagedRuleGroupStatement);
  throw new Error(`no variant of ${Object.keys(statement)}`);
}
