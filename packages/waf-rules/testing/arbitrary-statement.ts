import fc from 'fast-check';
import type { FieldToMatch, Statement } from '../src/statement.ts';

const some = fc.constantFrom;
// Words and numbers that YAML reads as something else, and what the emitter puts in quotes.
const traps = some('true', 'NO', 'on', 'null', 'y', '1234', '1e+1', '0x1F', 'a:', 'x:y:', '12');
const texts = fc.oneof(traps, fc.stringMatching(/^[A-Za-z/^][A-Za-z0-9/:_.()|^$*-]{0,40}$/));
const search = fc.oneof(traps, fc.string({ unit: 'binary', maxLength: 60 }));
const oversize = some('CONTINUE', 'MATCH', 'NO_MATCH');
const empty = some({});

const transformations = fc
  .array(some('NONE', 'LOWERCASE', 'URL_DECODE', 'NORMALIZE_PATH'), { maxLength: 3 })
  .map((types) => types.map((Type, Priority) => ({ Priority, Type })));

const fieldToMatch: fc.Arbitrary<FieldToMatch> = fc.oneof(
  fc.record({ UriPath: empty }),
  fc.record({ Method: empty }),
  fc.record({ QueryString: empty }),
  fc.record({ AllQueryArguments: empty }),
  fc.record({ SingleHeader: fc.record({ Name: texts }) }),
  fc.record({ Body: fc.record({ OversizeHandling: oversize }) }),
  fc.record({
    JsonBody: fc.record({
      InvalidFallbackBehavior: some('MATCH', 'NO_MATCH', 'EVALUATE_AS_STRING'),
      MatchPattern: fc.oneof(
        fc.record({ All: empty }),
        fc.record({ IncludedPaths: fc.array(texts, { minLength: 1, maxLength: 3 }) }),
      ),
      MatchScope: some('ALL', 'KEY', 'VALUE'),
      OversizeHandling: oversize,
    }),
  }),
);

const inspecting = { FieldToMatch: fieldToMatch, TextTransformations: transformations };

const leaf: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    ByteMatchStatement: fc.record({
      ...inspecting,
      PositionalConstraint: some('EXACTLY', 'STARTS_WITH', 'ENDS_WITH', 'CONTAINS'),
      SearchString: search,
    }),
  }),
  fc.record({
    SizeConstraintStatement: fc.record({
      ...inspecting,
      ComparisonOperator: some('EQ', 'GT', 'LE'),
      Size: fc.nat(),
    }),
  }),
  fc.record({ RegexMatchStatement: fc.record({ ...inspecting, RegexString: texts }) }),
  fc.record({
    SqliMatchStatement: fc.record({ ...inspecting, SensitivityLevel: some('LOW', 'HIGH') }),
  }),
  fc.record({ XssMatchStatement: fc.record(inspecting) }),
  fc.record({
    GeoMatchStatement: fc.record({
      CountryCodes: fc.array(some('NO', 'IN', 'AE', 'NE', 'ON'), { minLength: 1, maxLength: 4 }),
    }),
  }),
  fc.record({ IPSetReferenceStatement: fc.record({ ARN: texts }) }),
  fc.record({ LabelMatchStatement: fc.record({ Key: texts, Scope: some('LABEL', 'NAMESPACE') }) }),
);

/** Any statement that may be nested. */
export const statements: fc.Arbitrary<Statement> = fc.letrec<{ any: Statement }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ NotStatement: fc.record({ Statement: tie('any') }) }),
    fc.record({
      AndStatement: fc.record({ Statements: fc.array(tie('any'), { minLength: 2, maxLength: 3 }) }),
    }),
    fc.record({
      OrStatement: fc.record({ Statements: fc.array(tie('any'), { minLength: 2, maxLength: 3 }) }),
    }),
  ),
})).any;
