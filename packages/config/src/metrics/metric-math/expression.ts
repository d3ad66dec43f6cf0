/** CloudWatch metric math, as far as this project writes it, as a tree. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly id: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Every id of a metric that an expression names. */
export const idsIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'metric':
      return [expression.id];
    case 'list':
      return expression.items.flatMap(idsIn);
    case 'call':
      return expression.args.flatMap(idsIn);
    case 'binary':
      return [...idsIn(expression.left), ...idsIn(expression.right)];
    default:
      return [];
  }
};

/** Every function that an expression calls. */
export const callsIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'list':
      return expression.items.flatMap(callsIn);
    case 'call':
      return [expression.name, ...expression.args.flatMap(callsIn)];
    case 'binary':
      return [...callsIn(expression.left), ...callsIn(expression.right)];
    default:
      return [];
  }
};
