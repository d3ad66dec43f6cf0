import { shorten } from '@bizflow/kernel';
import { parser } from '@prometheus-io/lezer-promql';

/** A node of a parsed expression, with the part of the text that it is. */
export interface PromQlNode {
  readonly name: string;
  readonly text: string;
  readonly parts: readonly PromQlNode[];
}

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** The tree of an expression, or what is wrong with it, from where on. */
export function parsed(expression: string): PromQlNode | string {
  let broken: number | undefined;
  const tree = parser.parse(expression);
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) broken ??= from;
    },
  });
  if (broken === undefined) return nodeOf(tree.topNode, expression);
  const rest = expression.slice(broken).trim();
  return rest === '' ? 'ends too early' : `cannot go on with ${shorten(rest, 20)}`;
}

function nodeOf({ name, from, to, firstChild }: SyntaxNode, expression: string): PromQlNode {
  const parts: PromQlNode[] = [];
  for (let part = firstChild; part !== null; part = part.nextSibling) {
    parts.push(nodeOf(part, expression));
  }
  return { name, text: expression.slice(from, to), parts };
}

/** Every node of a name, at any depth. */
export const nodesOf = (node: PromQlNode, name: string): readonly PromQlNode[] => [
  ...(node.name === name ? [node] : []),
  ...node.parts.flatMap((part) => nodesOf(part, name)),
];
