/** A node of ESTree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: ESTree's node types, each read where its type is known
  readonly [field: string]: any;
}
