import type { Confirmer, Move } from '@bizflow/region-catalog/moves';
import type { Cluster } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Something that must be seen before the next step may be written. */
export interface Wait {
  /** Unique in its step: `--confirm=<id>`. */
  readonly id: string;
  /** What is so then, in a sentence. */
  readonly what: string;
  /** The command that shows it, or null where a ticket does. */
  readonly command: string | null;
  /** What it prints then. */
  readonly prints: string;
  readonly by: Confirmer;
}

/** Something that a person does in a step, after its files are merged. */
export interface Act {
  readonly what: string;
  readonly commands: readonly string[];
}

/** A move with the clusters at its two ends; `to` is null where nothing takes the place. */
export interface Places {
  readonly move: Move;
  readonly fleet: Fleet;
  readonly from: Cluster;
  readonly to: Cluster | null;
}

/** What a step is for people: what they see, what they do, and what they wait for. */
export interface Stage {
  readonly title: string;
  readonly acts: (places: Places) => readonly Act[];
  readonly waits: (places: Places) => readonly Wait[];
}
