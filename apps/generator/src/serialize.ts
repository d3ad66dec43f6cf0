import { inOrder } from '@bizflow/kernel';
import { withHeader } from './header.ts';
import { type Json, yaml } from './yaml.ts';

/** The content of a file: an object in the format of its name, or ready text. */
export interface Content {
  readonly path: string;
  readonly body: unknown;
}

/** The exact bytes of a file: the header, then what every reader of its format reads alike. */
export const serialize = ({ path, body }: Content): string => withHeader(path, text(path, body));

// The order of the facts must not show in the bytes.
const text = (path: string, body: unknown): string => {
  if (path.endsWith('.yaml')) return yaml(body as Json);
  return typeof body === 'string' ? body : `${JSON.stringify(inOrder(body), null, 2)}\n`;
};
