/** Where a value is in assigned.ts: `clusters`, a cluster, and what is assigned to it. */
export type Path = readonly [string, ...string[]];

/** What is assigned, as the render writes it: by the path in assigned.ts. */
export type AssignedFacts = Readonly<Record<string, unknown>>;

/** A value of assigned.ts, and the one that AWS gave. */
export interface Assignment {
  readonly from: string;
  readonly to: string;
}

/** What an output of Terraform replaces: it is one value, or an object of them. */
export function assignments(
  facts: AssignedFacts,
  path: Path,
  value: unknown,
): readonly Assignment[] {
  const there = path.reduce<unknown>(
    (of, key) => (typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined),
    facts,
  );
  if (there === undefined) throw new Error(`nothing is assigned at ${path.join('.')}`);
  if (isAssigned(there)) return [{ from: there.value, to: String(value) }];
  return Object.entries(Object(value)).flatMap(([key, inner]) =>
    assignments(facts, [...path, key], inner),
  );
}

const isAssigned = (one: unknown): one is { readonly value: string } =>
  typeof one === 'object' && one !== null && 'placeholder' in one;
