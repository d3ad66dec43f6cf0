import { hash } from 'node:crypto';
import { extname } from 'node:path';

const claim = 'Rendered by @bizflow/generator from packages/; change the facts there. sha256:';

/** The comment syntax of each kind of file. */
const comments: Readonly<Record<string, readonly [open: string, close: string]>> = {
  '.yaml': ['# ', ''],
  '.sh': ['# ', ''],
  '.sql': ['-- ', ''],
  '.py': ['# ', ''],
  '.toml': ['# ', ''],
  // An empty marker by name (PEP 561); type checkers look for one word in it and pass over the rest.
  '.typed': ['# ', ''],
  '.go': ['// ', ''],
  '.mod': ['// ', ''],
  '.md': ['<!-- ', ' -->'],
  '.html': ['<!-- ', ' -->'],
  // Terraform ignores the key `//` (Terraform, "JSON Configuration Syntax").
  '.json': ['  "//": "', '",'],
  // OSCAL allows no key of others, and remarks in its metadata.
  '.oscal.json': ['      "remarks": "', '",'],
};

/** The last part of a name that decides how comments are written. */
const kindOf = (path: string): string =>
  path.endsWith('.oscal.json') ? '.oscal.json' : extname(path);

/** A file's text under a header that carries the hash of the text, so that an edit shows. */
export function withHeader(path: string, text: string): string {
  const header = headerOf(path, text);
  if (header === undefined) throw new Error(`no header is known for ${path}`);
  const start = headerStart(path, text);
  return `${text.slice(0, start)}${header}\n${text.slice(start)}`;
}

/** The origin of a file: rendered, rendered and then edited by hand, or unmanaged. */
export type Origin = 'rendered' | 'edited' | 'unmanaged';

/** Reads it only from the header. */
export function originOf(path: string, content: string): Origin {
  const start = headerStart(path, content);
  const end = content.indexOf('\n', start);
  const header = content.slice(start, end);
  // A byte order mark in front is an edit, too.
  if (!header.includes(claim)) return 'unmanaged';
  const text = content.slice(0, start) + content.slice(end + 1);
  return header === headerOf(path, text) ? 'rendered' : 'edited';
}

const headerOf = (path: string, text: string): string | undefined =>
  comments[kindOf(path)]?.join(`${claim}${hash('sha256', text, 'hex')}`);

const headerStart = (path: string, text: string): number =>
  path.endsWith('.oscal.json') ? afterMetadata(text) : afterFirstLine(text);

const metadata = '\n    "metadata": {\n';
const afterMetadata = (text: string): number => {
  const at = text.indexOf(metadata);
  return at < 0 ? 0 : at + metadata.length;
};

// Two lines must stay first: the interpreter line of a script and the opening brace of a JSON object.
const afterFirstLine = (text: string): number =>
  text.startsWith('#!') || text.startsWith('{\n') ? text.indexOf('\n') + 1 : 0;
