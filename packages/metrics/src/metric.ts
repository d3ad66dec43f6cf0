/** The values an attribute may take, or what every value looks like. */
export type Attribute = readonly string[] | 'uuid';

/** One instrument of an application, by its OpenTelemetry names. */
export interface Metric {
  readonly name: `bizflow.${string}`;
  readonly instrument: 'counter' | 'gauge' | 'exponential-histogram';
  /** UCUM, as OpenTelemetry wants it. */
  readonly unit: 's' | '1';
  readonly description: string;
  /** Every measurement carries exactly these. */
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** How the numbers of many processes become one. */
  readonly joined: 'sum' | 'maximum' | 'distribution';
}
