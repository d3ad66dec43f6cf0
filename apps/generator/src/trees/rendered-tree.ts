import type { Fleet } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import type { Scope } from '../scope.ts';
import { type Content, serialize } from '../serialize.ts';

/** A file with its exact bytes. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}

/** What a render would write, with its errors and warnings. */
export interface Plan {
  readonly files: readonly RenderedFile[];
  readonly problems: readonly Problem[];
}

/** Files as a render writes them. */
export const written = (files: readonly Content[], problems: readonly Problem[] = []): Plan => ({
  files: files.map((file) => ({ path: file.path, text: serialize(file) })),
  problems,
});

/** Plans of parts as one. */
export const together = (parts: readonly Plan[]): Plan => ({
  files: parts.flatMap(({ files }) => files),
  problems: parts.flatMap(({ problems }) => problems),
});

/** A part of the repository that is rendered whole: its folders contain nothing else. */
export interface RenderedTree {
  /** The folders that a render of this scope makes exact; none where the scope is not about it. */
  readonly folders: (fleet: Fleet, scope: Scope) => readonly string[];
  /** Pure: the same fleet and scope give the same bytes. The fleet is sound. */
  readonly plan: (fleet: Fleet, scope: Scope) => Plan;
  /** The same files for the whole fleet, as values and without the rules: these refuse facts that are only tried. */
  readonly parts: (fleet: Fleet) => readonly Part[];
}

/** What is rendered without anything else of its tree: it may throw alone. */
export interface Part {
  /** The folder or the file that it is. */
  readonly name: string;
  readonly files: () => readonly Content[];
}
