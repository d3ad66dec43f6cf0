import { factsIn } from '../fact-sources/facts-in.ts';
import type { Node } from '../fact-sources/lazy-parser.ts';
import { declarationsIn, topLevel } from '../fact-sources/syntax.ts';

/** A constant at the top of a module. */
export interface Constant {
  readonly name: string;
  /** Offsets of what it is made of. */
  readonly start: number;
  readonly end: number;
  /** Its value, where that is written out; `undefined` where names or calls are part of it. */
  readonly value: unknown;
}

/** The constants of a module in TypeScript, read and never run. */
export const constantsIn = (source: string): readonly Constant[] =>
  declarationsIn(source).map(({ id, init }) => {
    const { start, end } = init as Node;
    return { name: id.name, start, end, value: written(init) };
  });

/** What a module says; without its facts, texts that differ in facts and comments alone say the same. */
export const codeIn = (source: string, withFacts: boolean): string => {
  const facts = withFacts
    ? []
    : [
        ...constantsIn(source).flatMap(({ start, value }) => (value === undefined ? [] : [start])),
        ...factsIn(source).map(({ start }) => start),
      ];
  const starts = new Set(facts);
  return JSON.stringify(topLevel(source), (key, value) => {
    if (places.has(key) || starts.has(value?.start)) return undefined;
    // JSON has no such numbers.
    return typeof value === 'bigint' ? `${value}n` : value;
  });
};

const places: ReadonlySet<string> = new Set(['start', 'end', 'range', 'loc']);

/** The value of a literal, a list or an object of those. */
const written = (node: Node | null): unknown => {
  switch (node?.type) {
    case 'Literal':
      return ['string', 'number', 'boolean'].includes(typeof node.value) || node.raw === 'null'
        ? node.value
        : undefined;
    case 'UnaryExpression':
      return node.operator === '-' ? -node.argument.value : undefined;
    case 'ArrayExpression':
      return whole((node.elements as readonly (Node | null)[]).map(written));
    case 'ObjectExpression':
      return members(node.properties);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return written(node.expression);
    default:
      return undefined;
  }
};

const members = (properties: readonly Node[]): unknown => {
  const entries = properties.map(({ type, computed, key, value }) => [
    type === 'Property' && !computed ? String(key.name ?? key.value) : undefined,
    type === 'Property' ? written(value) : undefined,
  ]);
  return whole(entries.flat()) && Object.fromEntries(entries);
};

const whole = (values: readonly unknown[]): readonly unknown[] | undefined =>
  values.includes(undefined) ? undefined : values;
