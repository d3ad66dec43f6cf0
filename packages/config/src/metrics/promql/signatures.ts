/** What a PromQL expression has for a value (Prometheus, "Expression language data types"). */
export type ValueType = 'scalar' | 'vector' | 'range' | 'string';

/** What a function takes and gives. The last argument with `?` may be left out, one with `*` may come any number of times. */
export interface Signature {
  readonly takes: readonly `${ValueType}${'' | '?' | '*'}`[];
  readonly gives: ValueType;
}

const families: readonly (readonly [names: string, takes: Signature['takes'], gives: ValueType])[] =
  [
    [
      'AbsentOverTime AvgOverTime Changes CountOverTime Delta Deriv FirstOverTime Idelta Increase Irate LastOverTime MadOverTime MaxOverTime MinOverTime PresentOverTime Rate Resets StddevOverTime StdvarOverTime SumOverTime TsOfFirstOverTime TsOfLastOverTime TsOfMaxOverTime TsOfMinOverTime',
      ['range'],
      'vector',
    ],
    ['QuantileOverTime', ['scalar', 'range'], 'vector'],
    ['PredictLinear', ['range', 'scalar'], 'vector'],
    ['DoubleExponentialSmoothing', ['range', 'scalar', 'scalar'], 'vector'],
    [
      'Abs Absent Acos Acosh Asin Asinh Atan Atanh Ceil Cos Cosh Deg Exp Floor HistogramAvg HistogramCount HistogramStdDev HistogramStdVar HistogramSum Ln Log10 Log2 Rad Sgn Sin Sinh Sort SortDesc Sqrt StartTimestamp Tan Tanh Timestamp',
      ['vector'],
      'vector',
    ],
    ['Clamp', ['vector', 'scalar', 'scalar'], 'vector'],
    ['ClampMax ClampMin', ['vector', 'scalar'], 'vector'],
    ['Round', ['vector', 'scalar?'], 'vector'],
    ['HistogramQuantile', ['scalar', 'vector'], 'vector'],
    ['HistogramFraction', ['scalar', 'scalar', 'vector'], 'vector'],
    ['SortByLabel SortByLabelDesc', ['vector', 'string*'], 'vector'],
    ['LabelReplace', ['vector', 'string', 'string', 'string', 'string'], 'vector'],
    ['LabelJoin', ['vector', 'string', 'string', 'string*'], 'vector'],
    ['DayOfMonth DayOfWeek DayOfYear DaysInMonth Hour Minute Month Year', ['vector?'], 'vector'],
    ['Scalar', ['vector'], 'scalar'],
    ['Vector', ['scalar'], 'vector'],
    ['Pi Time', [], 'scalar'],
  ];

/** Signatures of stable functions, by the names that the grammar gives them (Prometheus, "Query functions"). */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  families.flatMap(([names, takes, gives]) =>
    names.split(' ').map((name) => [name, { takes, gives }] as const),
  ),
);

/** How fast a counter grows: of a gauge, which also falls, these say nothing. */
export const ofCounters: readonly string[] = ['Rate', 'Increase', 'Irate', 'Resets'];

/** How far a gauge has moved: of a counter, which starts again at 0, these say nothing. */
export const ofGauges: readonly string[] = ['Delta', 'Deriv', 'Idelta', 'PredictLinear'];
