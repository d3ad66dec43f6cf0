import { inOrder } from '@bizflow/kernel';
import { v5 } from 'uuid';

/** The name space of all ids below (RFC 9562, 6.6): the UUID of this project's own address. */
const space = v5('https://github.com/bizflow/platform/docs/evidence', v5.URL);

/** The id of what has this name; the same name has the same id for ever. */
export const idOf = (...names: readonly string[]): string => v5(names.join('/'), space);

/**
 * The id of a document: OSCAL wants another one for another content. Its date is not content here, so that the id
 * also shows whether a document was edited.
 */
export const documentId = (content: unknown): string => v5(JSON.stringify(inOrder(content)), space);
