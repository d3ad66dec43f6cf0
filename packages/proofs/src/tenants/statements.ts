/** One statement of SQL, with the conditions of PL/pgSQL under which it runs. */
export interface Statement {
  readonly text: string;
  readonly guards: readonly string[];
}

// Comments, texts between dollars, literals and names are whole; so a semicolon in them ends nothing.
const token =
  /--[^\n]*|\$(\w*)\$[\s\S]*?\$\1\$|[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^;'"$eE-]+|[\s\S]/g;

/** Statements as they are written, between semicolons; blanks outside quotes count as one. */
const split = (sql: string): readonly string[] => {
  const found = [''];
  for (const [part] of sql.matchAll(token)) {
    if (part === ';') found.push('');
    else if (!part.startsWith('--')) found.push(`${found.pop()}${unquoted(part)}`);
  }
  return found.map((one) => one.trim()).filter((one) => one !== '');
};

const unquoted = (part: string): string =>
  /^(?:[eE]?'|"|\$)/.test(part) ? part : part.replace(/\s+/g, ' ');

/** Every statement of a file, those of its blocks and of the texts that it executes among them. */
export const statementsIn = (sql: string): readonly Statement[] => within(sql, []);

const within = (sql: string, outside: readonly string[]): readonly Statement[] => {
  const guards = [...outside];
  return split(sql).flatMap((text): readonly Statement[] => {
    const rest = control(text, guards);
    const [, , body] =
      /^(?:DO|EXECUTE format\()\s?\$(\w*)\$([\s\S]*)\$\1\$(?:, part\))?$/.exec(rest) ?? [];
    if (body !== undefined) return within(body, guards);
    return rest === '' ? [] : [{ text: rest, guards: [...guards] }];
  });
};

/** Takes the words of PL/pgSQL off the start of a statement, and keeps account of conditions that open and close. */
const control = (text: string, guards: string[]): string => {
  if (/^END (?:IF|LOOP)$/.test(text)) {
    guards.pop();
    return '';
  }
  if (text === 'END') return '';
  const [, word = '', condition = '', rest] =
    /^(IF|ELSIF|FOR part IN) (.+?) (?:THEN|LOOP) ([\s\S]*)$/.exec(text) ?? [];
  if (rest !== undefined) {
    if (word === 'ELSIF') guards.pop();
    guards.push(word === 'FOR part IN' ? `for ${condition}` : condition);
    return control(rest, guards);
  }
  const [, inside] = /^(?:BEGIN|DECLARE) ([\s\S]*)$/.exec(text) ?? [];
  return inside === undefined ? text : control(inside, guards);
};
