import type { Fleet } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import type { Options } from '../options.ts';

/** What a command gets besides its options, and where it prints. */
export interface Surroundings {
  readonly fleet: Fleet;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly waiting: (problems: readonly Problem[]) => void;
}

/** A rule or a wait of the pipeline, by its options: the problems that it ends with. */
export type Command = (
  options: Options,
  surroundings: Surroundings,
) => readonly Problem[] | Promise<readonly Problem[]>;
