import { digestOf } from './bundle-files.ts';

/** The last line of a bundle: the paths it was made of, from the root, and the digest of their content. */
export const originLine = (inputs: ReadonlyMap<string, Buffer>): string =>
  `\n//${JSON.stringify({ paths: [...inputs.keys()], digest: digestOf(inputs.values()) })}`;
