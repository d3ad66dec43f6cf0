import { onceForText, shorten } from '@bizflow/kernel';
import { matcherFaults, matchersOf } from './matchers.ts';
import { nodesOf, type PromQlNode, parsed } from './parse.ts';
import { ofCounters, ofGauges, type Signature, signatures, type ValueType } from './signatures.ts';

/** Why Prometheus would refuse an expression, or never answer it with anything; none when it is sound. */
export const promQlFaults = onceForText((expression): readonly string[] => {
  const tree = parsed(expression);
  if (typeof tree === 'string') return [tree];
  const faults: string[] = [];
  typeOf(tree, (fault) => {
    faults.push(fault);
  });
  return [
    ...faults,
    ...nodesOf(tree, 'VectorSelector').flatMap((one) => matcherFaults(matchersOf(one))),
  ];
});

type Report = (fault: string) => void;

const ofLiterals: Readonly<Record<string, ValueType | undefined>> = {
  NumberDurationLiteral: 'scalar',
  StringLiteral: 'string',
  VectorSelector: 'vector',
  MatrixSelector: 'range',
};

/** The type of an expression; what it should not contain is reported. */
function typeOf(node: PromQlNode, report: Report): ValueType {
  const literal = ofLiterals[node.name];
  if (literal !== undefined) return literal;
  const below = node.parts.filter(isExpression);
  switch (node.name) {
    case 'FunctionCall':
      return called(node, report);
    case 'AggregateExpr':
      for (const last of argumentsOf(node).slice(-1)) expect(last, 'vector', node, report);
      return 'vector';
    case 'SubqueryExpr':
      for (const one of below.slice(0, 1)) expect(one, 'vector', node, report);
      return 'range';
    case 'BinaryExpr':
      return joined(node, below, report);
    default:
      return below.map((one) => typeOf(one, report))[0] ?? 'vector';
  }
}

// Everything else is an operator, a duration or a label.
const isExpression = ({ name }: PromQlNode): boolean =>
  /(Expr|Selector|Call|NumberDurationLiteral|StringLiteral)$/.test(name) &&
  !/^(Duration|OffsetDuration)/.test(name);

const argumentsOf = ({ parts }: PromQlNode): readonly PromQlNode[] =>
  parts
    .filter(({ name }) => name === 'FunctionCallBody')
    .flatMap((body) => body.parts.filter(isExpression));

/** An expression of any length, so short that what is said of it is still read. */
const quoted = ({ text }: PromQlNode): string => shorten(text.replaceAll(/\s+/g, ' '), 80);

function expect(node: PromQlNode, type: ValueType, whole: PromQlNode, report: Report): void {
  const own = typeOf(node, report);
  if (own !== type) report(`${quoted(whole)} wants a ${type}, and ${quoted(node)} is a ${own}`);
}

function called(node: PromQlNode, report: Report): ValueType {
  const name = nodesOf(node, 'FunctionIdentifier')[0]?.parts[0]?.name ?? '';
  const signature = signatures.get(name);
  if (signature === undefined) {
    report(`${quoted(node)} calls a function that is not stable, or none`);
    return 'vector';
  }
  const given = argumentsOf(node);
  const { takes, gives } = signature;
  if (!isCount(given.length, takes)) {
    report(
      `${quoted(node)} has ${given.length} arguments instead of ${takes.join(', ') || 'none'}`,
    );
  }
  given.forEach((one, index) => {
    const type = (takes[index] ?? takes.at(-1))?.replace(/[?*]$/, '');
    if (type !== undefined) expect(one, type as ValueType, node, report);
  });
  const [range] = given.filter(({ name: own }) => own === 'MatrixSelector');
  if (range !== undefined) measured(name, range, report);
  return gives;
}

const isCount = (count: number, takes: Signature['takes']): boolean => {
  const most = takes.at(-1)?.endsWith('*') ? Number.POSITIVE_INFINITY : takes.length;
  return count >= takes.filter((type) => !/[?*]$/.test(type)).length && count <= most;
};

/** Whether a name is a counter's, as Prometheus and OpenTelemetry name them. */
const isCounter = (metric: string): boolean => /_(total|count|sum|bucket)$/.test(metric);

function measured(name: string, range: PromQlNode, report: Report): void {
  const metric = nodesOf(range, 'Identifier')[0]?.text ?? '';
  if (ofCounters.includes(name) && !isCounter(metric)) {
    report(`${name.toLowerCase()} says nothing of ${metric}, which is a gauge`);
  }
  if (ofGauges.includes(name) && isCounter(metric)) {
    report(`${name.toLowerCase()} says nothing of ${metric}, which is a counter`);
  }
}

const setOperators = ['And', 'Or', 'Unless'];

function joined(node: PromQlNode, sides: readonly PromQlNode[], report: Report): ValueType {
  const types = sides.map((one) => typeOf(one, report));
  const wrong = types.find((type) => type === 'range' || type === 'string');
  if (wrong !== undefined) report(`${quoted(node)} calculates with a ${wrong}`);
  const isOfSets = node.parts.some(({ name }) => setOperators.includes(name));
  if (isOfSets && types.includes('scalar')) report(`${quoted(node)} joins sets with a scalar`);
  const compares = node.parts.some(({ name }) => /^(Eql|Neq|Gtr|Gte|Lss|Lte)$/.test(name));
  if (compares && types.every((type) => type === 'scalar') && !nodesOf(node, 'Bool').length) {
    report(`${quoted(node)} compares two scalars without bool`);
  }
  return types.includes('vector') ? 'vector' : 'scalar';
}
