import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from '@bizflow/testing/recipe-commands';
import { repository } from '../../harness/places.ts';

/** A move as a person begins it: the generator and its words. */
export type Words = readonly string[];

/** The moves of CONTRIBUTING.md in which people go to a region that is new. */
export const movesTold = (page: string): readonly Words[] =>
  commandsOf(page).flatMap(({ program, name, args }) =>
    program === 'nx' &&
    (name === 'replace-region' ||
      (name === 'second-region' && args.some((word) => word.startsWith('--people='))))
      ? [[name, ...args]]
      : [],
  );

/** The region that people leave. */
export const leftBy = ([, first = '', ...rest]: Words): string =>
  rest.flatMap((word) => /^--beside=(.*)$/.exec(word)?.[1] ?? []).at(0) ?? first;

/** Those of the page that leave one of these clusters. */
export const movesOf = (clusters: readonly { readonly id: string }[]): readonly Words[] =>
  movesTold(readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')).filter((words) =>
    clusters.some(({ id }) => id === `production/${leftBy(words)}`),
  );
