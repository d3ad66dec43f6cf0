import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, root } from './bundle-files.ts';

/** What a bundle was made of, and what it is; a file beside it. */
interface Origin {
  /** From the root. */
  readonly paths: readonly string[];
  /** Of the content of these files. */
  readonly sources: string;
  /** Of the bundle. */
  readonly bundle: string;
}

const fileOf = (bundle: string): string => `${bundle}.json`;

/** The file and the text that tell of a bundle. */
export function originOf(bundle: string, digest: string, inputs: ReadonlyMap<string, Buffer>) {
  const origin: Origin = {
    paths: [...inputs.keys()],
    sources: digestOf(inputs.values()),
    bundle: digest,
  };
  return [fileOf(bundle), JSON.stringify(origin)] as const;
}

/** The digest of a bundle that was made of the sources as they are; of any other, `undefined`. */
export function freshDigest(bundle: string): string | undefined {
  try {
    const origin: Origin = JSON.parse(readFileSync(fileOf(bundle), 'utf8'));
    // Content, not times: a checkout or a copy may leave a time and a size as they were.
    const sources = digestOf(origin.paths.map((path) => readFileSync(join(root, path))));
    return sources === origin.sources ? origin.bundle : undefined;
  } catch {
    return undefined;
  }
}
