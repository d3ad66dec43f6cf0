/** A word of a command: text that is quoted where the shell would read more into it, or shell itself. */
export type Word = string | { readonly shell: string };

/** Text as one word of a POSIX shell, for any text. */
export const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

const spelled = (word: Word): string => (typeof word === 'string' ? quoted(word) : word.shell);

/** One option of a command: its name without dashes, and its value; `null` is a mere switch. */
export type Options = Readonly<Record<string, Word | null>>;

const option = ([name, value]: [string, Word | null]): string =>
  value === null ? `--${name}` : `--${name} ${spelled(value)}`;

/** A command on one line, for conditions. */
export const command = (words: string, options: Options): string =>
  [words, ...Object.entries(options).map(option)].join(' ');

/** A command with an option on each line, as people read it. */
export const longCommand = (words: string, options: Options): string =>
  [words, ...Object.entries(options).map(option)].join(' \\\n  ');

/** What an AWS command answers, as one word: `"$(aws ...)"`. */
export const answer = (words: string, query: string, options: Options): string =>
  `"$(${command(words, { ...options, query, output: 'text' })})"`;
