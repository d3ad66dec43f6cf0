/** An expression of Terraform's language, as far as this repository writes it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
  | Call
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | For
  | Conditional
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly of: Expression }
  | Binary;

export type Entry = readonly [key: Expression, value: Expression];

/** A function call; with `spread` its last argument is a list of arguments. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly spread: boolean;
}

/** A `for` expression: an object with `key`, a tuple without. */
export interface For {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly over: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** `...`: values of one key are gathered in a list. */
  readonly grouped: boolean;
  readonly where: Expression | undefined;
}

export interface Conditional {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

export interface Binary {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** The name under which a splat's `each` finds the member it is about. */
export const splatMember = '*';
