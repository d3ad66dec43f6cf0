import { hash } from 'node:crypto';

const start = '# Rendered by @bizflow/generator from packages/; change the facts there. sha256:';

/** A file's text under a header that carries the hash of the text, so that an edit shows. */
export const withHeader = (text: string): string =>
  `${start}${hash('sha256', text, 'hex')}\n${text}`;

/** Whose a file is: rendered and untouched, rendered and then edited by hand, or not ours at all. */
export type Origin = 'rendered' | 'edited' | 'foreign';

/** Reads it from the header alone. */
export function originOf(content: string): Origin {
  // An editor that puts a byte order mark in front has edited the file all the same.
  if (content.startsWith(`\uFEFF${start}`)) return 'edited';
  if (!content.startsWith(start)) return 'foreign';
  const end = content.indexOf('\n');
  const stated = content.slice(start.length, end);
  return stated === hash('sha256', content.slice(end + 1), 'hex') ? 'rendered' : 'edited';
}
