/** A name as SQL reads it back exactly: always quoted, so that no word is reserved and no case lost. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A name within a schema. */
export const qualified = (schema: string, name: string): string =>
  `${identifier(schema)}.${identifier(name)}`;

/** Several names, as between the parentheses of a key. */
export const identifiers = (names: readonly string[]): string => names.map(identifier).join(', ');

/** Text as SQL reads it back exactly, whatever `standard_conforming_strings` says (quote_literal). */
export const literal = (text: string): string => {
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  return text.includes('\\') ? ` E${quoted}` : quoted;
};

/** A body between dollar quotes that do not occur in it. */
export const dollarQuoted = (tag: string, body: string): string => {
  const mark = `$${tag}$`;
  return body.includes(mark) ? dollarQuoted(`${tag}_`, body) : `${mark}${body}${mark}`;
};

/** Lines moved to the right, for who reads the file; text within them is never touched. */
export const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
