import { hash } from 'node:crypto';
import { extname } from 'node:path';

const claim = 'Rendered by @bizflow/generator from packages/; change the facts there. sha256:';

/** How each kind of file carries a line that its readers pass over. */
const comments: Readonly<Record<string, readonly [open: string, close: string]>> = {
  '.yaml': ['# ', ''],
  '.sh': ['# ', ''],
  '.sql': ['-- ', ''],
  '.md': ['<!-- ', ' -->'],
  // Terraform passes over the key `//` (Terraform, "JSON Configuration Syntax").
  '.json': ['  "//": "', '",'],
};

/** A file's text under a header that carries the hash of the text, so that an edit shows. */
export function withHeader(path: string, text: string): string {
  const header = headerOf(path, text);
  if (header === undefined) throw new Error(`no header is known for ${path}`);
  const start = headerStart(text);
  return `${text.slice(0, start)}${header}\n${text.slice(start)}`;
}

/** Whose a file is: rendered and untouched, rendered and then edited by hand, or not ours at all. */
export type Origin = 'rendered' | 'edited' | 'unmanaged';

/** Reads it from the header alone. */
export function originOf(path: string, content: string): Origin {
  const start = headerStart(content);
  const end = content.indexOf('\n', start);
  const header = content.slice(start, end);
  // An editor that puts a byte order mark in front has edited the file all the same.
  if (!header.includes(claim)) return 'unmanaged';
  const text = content.slice(0, start) + content.slice(end + 1);
  return header === headerOf(path, text) ? 'rendered' : 'edited';
}

const headerOf = (path: string, text: string): string | undefined => {
  const comment = comments[extname(path)];
  return comment?.join(`${claim}${hash('sha256', text, 'hex')}`);
};

// Two lines must stay the first: a script's interpreter and the brace that opens a JSON object.
const headerStart = (text: string): number =>
  text.startsWith('#!') || text.startsWith('{\n') ? text.indexOf('\n') + 1 : 0;
