import type { Node } from './lazy-parser.ts';
import { declarationsIn, nameOf } from './syntax.ts';

/** A value that a person wrote as a fact: a literal in a constant at the top of a module, or the name of a member. */
export interface Fact {
  /** A name is written as a member's key; `shorthand` where the key is its value too. */
  readonly as: 'value' | 'key' | 'shorthand';
  /** Where it is within its module: `canary.steps[0].percent`. */
  readonly path: string;
  readonly value: string | number | boolean;
  /** Offsets of the literal in the source. */
  readonly start: number;
  readonly end: number;
  /** Where a member of an object holds it, or a list at an index that is known before it is made. */
  readonly holder: Holder | null;
}

/** Offsets in the source: of a whole member and of its name, or of a whole list. */
export type Holder = { readonly start: number; readonly end: number } & (
  | { readonly key: string }
  | { readonly index: number }
);

const modulesOf = (packages: string): RegExp =>
  new RegExp(
    `packages/(?:${packages})/src/(?!facts/)(?!.*(?:\\.test|-rules|/index)\\.ts$).*\\.ts$`,
  );

/** The paths of the modules whose constants are facts: what a rule accepts is none. */
export const holdsFacts = modulesOf('config|region-catalog|metrics');

/** Those whose facts have rules; the metrics of applications have none. */
export const hasRules = modulesOf('config|region-catalog');

/** The facts of a module in TypeScript, in the order in which they are written. */
export const factsIn = (source: string): readonly Fact[] =>
  factsAndNamesIn(source).filter((fact) => fact.as === 'value');

/** The facts of a module, and the names of the members that hold them: `canary.steps (name)`. */
export const factsAndNamesIn = (source: string): readonly Fact[] =>
  declarationsIn(source).flatMap(({ id, init }) => below(init, id.name));

/** The literals below a node; what functions say is not a fact. */
function below(node: Node, path: string, holder: Holder | null = null): readonly Fact[] {
  const { start, end } = node;
  switch (node.type) {
    case 'Literal':
      return isFact(node.value)
        ? [{ as: 'value', path, value: node.value, start, end, holder }]
        : [];
    case 'UnaryExpression':
      return node.operator === '-'
        ? [{ as: 'value', path, value: -node.argument.value, start, end, holder }]
        : [];
    case 'ObjectExpression':
      return (node.properties as readonly Node[])
        .filter(({ type }) => type === 'Property')
        .flatMap((member) => {
          const own = `${path}${step(member.key)}`;
          return [...keyOf(member, own), ...below(member.value, own, memberOf(member))];
        });
    case 'ArrayExpression':
      return (node.elements as readonly (Node | null)[]).flatMap((element, index) =>
        element ? below(element, `${path}[${index}]`, elementOf(node, index)) : [],
      );
    case 'CallExpression':
      return (node.arguments as readonly Node[]).flatMap((argument, index) =>
        below(argument, index === 0 ? path : `${path}(${index})`),
      );
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return below(node.expression, path, holder);
    default:
      return [];
  }
}

// The compiler alone knows the names of functions: they are code.
const keyOf = ({ key, value, computed, shorthand }: Node, path: string): readonly Fact[] =>
  computed || value.type.includes('Function')
    ? []
    : [
        {
          as: shorthand ? 'shorthand' : 'key',
          path: `${path} (name)`,
          value: nameOf(key),
          ...{ start: key.start, end: key.end, holder: null },
        },
      ];

const memberOf = ({ start, end, key, computed }: Node): Holder | null =>
  computed ? null : { start, end, key: key.type === 'Literal' ? key.raw : key.name };

// What is spread before it decides where an element stands.
const elementOf = ({ start, end, elements }: Node, index: number): Holder | null =>
  elements.slice(0, index).some((one: Node | null) => one?.type === 'SpreadElement')
    ? null
    : { start, end, index };

const isFact = (value: unknown): value is Fact['value'] =>
  ['string', 'number', 'boolean'].includes(typeof value);

const step = (key: Node): string => {
  const name = nameOf(key);
  return /^[\w$]+$/.test(name) ? `.${name}` : `['${name}']`;
};
