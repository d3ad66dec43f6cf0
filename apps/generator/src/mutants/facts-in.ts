import { parseAst } from 'rolldown/parseAst';

/** A value that a person wrote as a fact: a literal in a constant at the top of a module. */
export interface Fact {
  /** Where it is within its module: `canary.steps[0].percent`. */
  readonly path: string;
  readonly value: string | number | boolean;
  /** Offsets of the literal in the source. */
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: ESTree's node types, each read where its type is known
  readonly [field: string]: any;
}

/** The facts of a module in TypeScript, in the order in which they are written. */
export const factsIn = (source: string): readonly Fact[] =>
  (parseAst(source, { lang: 'ts' }) as unknown as { body: readonly Node[] }).body
    .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
    .filter((node) => node?.type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations as readonly Node[])
    .filter(({ id, init }) => id.type === 'Identifier' && init)
    .flatMap(({ id, init }) => below(init, id.name));

/** The literals below a node; what functions say is not a fact. */
function below(node: Node, path: string): readonly Fact[] {
  const { start, end } = node;
  switch (node.type) {
    case 'Literal':
      return isFact(node.value) ? [{ path, value: node.value, start, end }] : [];
    case 'UnaryExpression':
      return node.operator === '-' ? [{ path, value: -node.argument.value, start, end }] : [];
    case 'ObjectExpression':
      return (node.properties as readonly Node[])
        .filter(({ type }) => type === 'Property')
        .flatMap(({ key, value }) => below(value, `${path}${step(key)}`));
    case 'ArrayExpression':
      return (node.elements as readonly (Node | null)[]).flatMap((element, index) =>
        element ? below(element, `${path}[${index}]`) : [],
      );
    case 'CallExpression':
      return (node.arguments as readonly Node[]).flatMap((argument, index) =>
        below(argument, index === 0 ? path : `${path}(${index})`),
      );
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return below(node.expression, path);
    default:
      return [];
  }
}

const isFact = (value: unknown): value is Fact['value'] =>
  ['string', 'number', 'boolean'].includes(typeof value);

const step = (key: Node): string => {
  const name = String(key.name ?? key.value);
  return /^[\w$]+$/.test(name) ? `.${name}` : `['${name}']`;
};
