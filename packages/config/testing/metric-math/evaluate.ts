import type { Expression } from '../../src/metrics/metric-math/expression.ts';
import type { functions } from '../../src/metrics/metric-math/functions.ts';

/** A metric over time, one value a period; where CloudWatch has no data point, there is none. */
export type Series = readonly (number | undefined)[];

type Value = number | Series | readonly Series[];

const isSeries = (value: Value): value is Series =>
  Array.isArray(value) && !value.some((item) => Array.isArray(item));
const all = (value: Value): readonly Series[] =>
  typeof value === 'number' ? [] : isSeries(value) ? [value] : (value as readonly Series[]);

const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};

type Join = Exclude<(typeof functions)[number], 'FILL' | 'IF' | 'METRICS'>;

const joins: Readonly<Record<Join, (values: readonly number[]) => number>> = {
  MAX: (values) => Math.max(...values),
  MIN: (values) => Math.min(...values),
  SUM: (values) => values.reduce((a, b) => a + b, 0),
  AVG: (values) => values.reduce((a, b) => a + b, 0) / values.length,
};

/**
 * What CloudWatch computes of these series ("Metric math syntax and functions"): point by point, and
 * no point where a needed one is missing or the result is not a number. An expression that
 * needs FILL to invent a whole series is not relied on, so a series without any point stays so.
 */
export function evaluate(
  expression: Expression,
  metrics: Readonly<Record<string, Series>>,
): Series {
  const length = Math.max(0, ...Object.values(metrics).map((series) => series.length));
  const value = resolved(expression, metrics, length);
  return typeof value === 'number'
    ? Array.from({ length }, () => value)
    : (all(value)[0] ?? []).map((point) => finite(point));
}

function resolved(
  expression: Expression,
  metrics: Readonly<Record<string, Series>>,
  length: number,
): Value {
  const inner = (part: Expression): Value => resolved(part, metrics, length);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'metric':
      return metrics[expression.id] ?? [];
    case 'list':
      return expression.items.flatMap((item) => all(inner(item)));
    case 'binary':
      return pointwise(length, [inner(expression.left), inner(expression.right)], ([a, b]) =>
        a === undefined || b === undefined ? undefined : operators[expression.operator]?.(a, b),
      );
    case 'call':
      return expression.name === 'METRICS'
        ? Object.values(metrics)
        : called(expression.name, expression.args.map(inner), length);
  }
}

function called(name: string, args: readonly Value[], length: number): Value {
  const [first = [], second = [], third = []] = args;
  if (name === 'FILL') {
    const empty = all(first).every((series) => series.every((point) => point === undefined));
    return empty ? first : pointwise(length, [first, second], ([point, filler]) => point ?? filler);
  }
  if (name === 'IF') {
    return pointwise(length, [first, second, third], ([condition, yes, no]) => {
      if (condition === undefined) return undefined;
      return condition === 0 ? no : yes;
    });
  }
  const join = joins[name as Join];
  return pointwise(length, all(first), (points) => {
    const present = points.filter((point) => point !== undefined);
    return present.length === 0 ? undefined : join?.(present);
  });
}

const pointwise = (
  length: number,
  values: readonly Value[],
  compute: (points: readonly (number | undefined)[]) => number | undefined,
): Series =>
  Array.from({ length }, (_, index) =>
    finite(
      compute(values.map((value) => (typeof value === 'number' ? value : all(value)[0]?.[index]))),
    ),
  );

const finite = (point: number | undefined): number | undefined =>
  point !== undefined && Number.isFinite(point) ? point : undefined;
