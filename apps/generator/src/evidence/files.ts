import type { EvidenceFile } from '@bizflow/evidence';
import { serialize } from '../serialize.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';

/** The text of a file as it is now; null or undefined where there is none. */
type Present = (path: string) => string | null | undefined;

/**
 * The bytes of evidence. A document of OSCAL says when it was last modified: one that says the same as before keeps
 * its date, and any other gets the given one (RFC 3339).
 */
export const datedFiles = (
  files: readonly EvidenceFile[],
  date: string,
  present: Present,
): readonly RenderedFile[] =>
  files.map(({ path, body }) => {
    if (typeof body !== 'function') return { path, text: serialize({ path, body }) };
    const before = present(path) ?? '';
    const kept = serialize({ path, body: body(dateIn(before) ?? date) });
    return { path, text: kept === before ? kept : serialize({ path, body: body(date) }) };
  });

const dateIn = (text: string): string | undefined => /"last-modified": "([^"]+)"/.exec(text)?.[1];
