/** A statement that the custom resource has as text, its path, and its value. */
export interface Statement {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
}

const kinds = new Set(['andStatement', 'orStatement', 'notStatement', 'scopeDownStatement']);

/** Every statement of a spec that is text. */
export function statements(value: unknown, at: string): readonly Statement[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => statements(item, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([kind, text]) =>
    kinds.has(kind) && typeof text === 'string'
      ? [{ at: `${at}.${kind}`, kind, text }]
      : statements(text, `${at}.${kind}`),
  );
}
