import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Cluster } from '@bizflow/config';
import type { Act } from '@bizflow/config/moves';
import type { Move } from '@bizflow/region-catalog/moves';

/** Which address the people of a country get for a name: a region's, or `the page`. */
export interface Answer {
  readonly environment: string;
  readonly host: string;
  readonly country: string;
  readonly up: string;
}

/** What the facts of a checkout say at a step of its move. */
export interface Told {
  /** The two ends of the move; null before it and after it. */
  readonly ends: Pick<Move, 'from' | 'to' | 'people'> | null;
  readonly clusters: readonly Cluster[];
  /** The public address of each cluster, by its id. */
  readonly hosts: Readonly<Record<string, string>>;
  /** What Route 53 answers by the rendered global roots. */
  readonly answers: readonly Answer[];
  /** What people do after the step is merged. */
  readonly acts: readonly Act[];
}

/** Asks a checkout, by a program that runs there: its facts are its own sources. */
export function told(root: string, step: string): Told {
  const program = join(root, 'e2e/src/suites/move/tell.ts');
  const text = execFileSync(process.execPath, ['--conditions=@bizflow/source', program, step], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  });
  return JSON.parse(text);
}
