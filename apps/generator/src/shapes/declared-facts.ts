import type { Expression, Node, TypeNode } from 'typescript/unstable/ast';
import {
  isAsExpression,
  isCallExpression,
  isSatisfiesExpression,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
} from 'typescript/unstable/ast/is';
import {
  type Symbol as Member,
  type Project,
  SymbolFlags,
  type Type,
} from 'typescript/unstable/sync';
import { isFunction } from './type-parts.ts';

/** A fact that a subject exports. */
export interface DeclaredFact {
  /** `tracing.sampling`. */
  readonly name: string;
  /** The absolute path of its source. */
  readonly file: string;
  /** What its declaration says after `:` or `satisfies`; undefined where the type is inferred. */
  readonly type: TypeNode | undefined;
  /** Its name in its declaration. */
  readonly inferredAt: Node;
}

/**
 * The facts below a variable whose members are subjects: `{ tracing: { sampling } }` has `tracing.sampling`.
 * A function is not a fact.
 */
export function declaredFacts(project: Project, variable: Node): readonly DeclaredFact[] {
  const { checker } = project;
  const parts = (type: Type | undefined): readonly Member[] =>
    type === undefined ? [] : checker.getPropertiesOfType(type);
  return parts(checker.getTypeAtLocation(variable)).flatMap((subject) =>
    parts(checker.getTypeOfSymbol(subject)).flatMap((member) => {
      const node = declarationOf(project, member);
      if (node === undefined || !isVariableDeclaration(node)) return [];
      if (isFunction(checker, checker.getTypeAtLocation(node.name))) return [];
      const type = node.type ?? (node.initializer && declaredIn(node.initializer));
      const name = `${subject.name}.${member.name}`;
      return [{ name, file: node.getSourceFile().fileName, type, inferredAt: node.name }];
    }),
  );
}

/** Where a member was declared, through imports, re-exports and `{ shorthand }`. */
function declarationOf(project: Project, member: Member): Node | undefined {
  const node = member.declarations[0]?.resolve(project);
  const own =
    node !== undefined && isShorthandPropertyAssignment(node)
      ? (project.checker.getShorthandAssignmentValueSymbol(node) ?? member)
      : member;
  const isAlias = (own.flags & SymbolFlags.Alias) !== 0;
  const origin = isAlias ? project.checker.getAliasedSymbol(own) : own;
  return origin.declarations[0]?.resolve(project);
}

/** The type of `freeze({ ... } as const satisfies Type)`. */
function declaredIn(node: Expression): TypeNode | undefined {
  if (isSatisfiesExpression(node)) return node.type;
  if (isAsExpression(node)) return declaredIn(node.expression);
  const [argument] = isCallExpression(node) && node.arguments.length === 1 ? node.arguments : [];
  return argument && declaredIn(argument);
}
