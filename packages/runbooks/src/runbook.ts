import type { Cluster } from '@bizflow/config';
import type { RecoveryTier } from '@bizflow/config/recovery';

/** What can be lost in a place. */
export type Loss = 'region' | 'database' | 'redis' | 'cluster' | 'objects';

/** A question that the shell answers: its name reads like a sentence, its test changes nothing. */
export interface Condition {
  /** A shell function's name: `replica_promoted`. */
  readonly name: string;
  readonly test: string;
}

/** One step: skipped if its condition is already true; afterwards the condition is checked. */
export interface Step {
  readonly title: string;
  readonly why: string;
  /** Shell commands; none where there is only to wait and see. */
  readonly commands: readonly string[];
  readonly condition: Condition;
  /** How long the condition may take to become true, from the beginning of the step. */
  readonly timeoutSeconds: number;
  /** The next step begins before this one is awaited: neither needs the other. */
  readonly withNext?: boolean;
}

/** What the document promises of the lost data, and what this fleet can keep of it. */
export interface Objective {
  readonly tier: RecoveryTier;
  /** Where a second copy comes from, and the alarm that watches how old it is; null where none exists. */
  readonly copy: { readonly by: string; readonly alarm: string } | null;
  /** What is faster, for where the script may wait longer than the tier allows. */
  readonly instead: string | null;
}

/** What people do when something is lost, as data: the page and the script both come from it. */
export interface Runbook {
  readonly cluster: Cluster;
  readonly loss: Loss;
  readonly title: string;
  /** `null` where the document promises nothing: the data is only a copy, or can be made again. */
  readonly objective: Objective | null;
  /** What is gone and what is not, and whether the promise can be kept. */
  readonly truth: string;
  /** True if this machine has a connection at all: a local outage would look like a loss. */
  readonly sees: Condition;
  /** True if the resource is really lost. */
  readonly lost: Condition;
  /** Shell functions that the commands use. */
  readonly functions: readonly string[];
  readonly steps: readonly Step[];
  /** What an owner may decide that no script may. */
  readonly decisions: readonly string[];
  readonly failback: readonly string[];
}

/** A page or a script, with its path from the repository's root. */
export interface RunbookFile {
  readonly path: string;
  readonly body: string;
}
