import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedFunction } from '../fact-sources/instrument.ts';
import type { Place } from './differences.ts';

/** A fact, and what is rendered because of it. */
export interface IndexedFact {
  /** Where it is within its module: `euWest2.network.vpc`. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly value: string | number | boolean;
  /** Numbers of places that it decides, by the number of the file. */
  readonly decides: Readonly<Record<number, readonly number[]>>;
  /** Files that another value would add. */
  readonly adds: readonly string[];
  /** Numbers of the functions that read it where something is derived. */
  readonly through: readonly number[];
}

/** Which facts decide what is rendered, of the sources with this digest. */
export interface FactIndex {
  readonly sources: readonly string[];
  readonly digest: string;
  /** The rendered files, and the digest of what the facts render. */
  readonly files: readonly (readonly [path: string, digest: string])[];
  readonly places: readonly Place[];
  readonly functions: readonly PlacedFunction[];
  readonly facts: readonly IndexedFact[];
}

/** Where the index is, from the root: git ignores it, and Nx keeps it for each state of the sources. */
export const indexFile = '.cache/fact-index.json';

/** One digest for what a render reads. */
export function digestOfSources(root: string, sources: readonly string[]): string {
  const texts = sources.map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`);
  return hash('sha256', texts.join('\0'));
}

/** The digest by which a rendered text is compared. */
export const textDigest = (text: string): string => hash('sha256', text).slice(0, 16);

/** The index of the sources as they are, or `null` where there is none, or of other sources only. */
export function readIndex(root: string): FactIndex | null {
  try {
    const index: FactIndex = JSON.parse(readFileSync(join(root, indexFile), 'utf8'));
    return digestOfSources(root, index.sources) === index.digest ? index : null;
  } catch {
    return null;
  }
}
