const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * A JSON-like value as a TypeScript literal in the house's format: single quotes, and on one line
 * what fits into a hundred columns after the `before` characters in front of it.
 */
export function literal(value: unknown, indent = '', before = 0): string {
  const short = oneLine(value);
  const fits = indent.length + before + short.length + ','.length <= 100;
  if (fits || typeof value !== 'object' || value === null) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join('')}${indent}]`;
  }
  const members = Object.entries(value as object).map(
    ([key, member]) =>
      `${inner}${name(key)}: ${literal(member, inner, `${name(key)}: `.length)},\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}

/** An AWS id or a DNS label as an identifier: `eu-west-2` reads `euWest2`. */
export const camelCase = (id: string): string =>
  id.replace(/-+(.)/g, (_, next: string) => next.toUpperCase());

// A bare or quoted `__proto__` would set the prototype instead of a member.
const name = (key: string): string =>
  key === '__proto__' ? `['__proto__']` : identifier.test(key) ? key : quote(key);

const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const oneLine = (value: unknown): string => {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${name(key)}: ${oneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};
