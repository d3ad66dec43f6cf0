import type { ClusterFolder } from './fleet/folders.ts';
import type { ControlPlane } from './harness/control-plane.ts';
import type { Definition } from './harness/definitions.ts';
import type { ToolModule } from './harness/tools.ts';

/** What a suite works with. */
export interface Bench {
  /** The clusters that were asked for; all of them when none was named. */
  readonly clusters: readonly ClusterFolder[];
  readonly definitions: readonly Definition[];
  /** Does something on a fresh, empty control plane, the only one that is up meanwhile. */
  cluster(
    name: string,
    work: (plane: ControlPlane) => Promise<void>,
    flags?: readonly string[],
  ): Promise<void>;
  /** The same on a further control plane, while the one of `cluster` stays up. */
  beside(
    name: string,
    work: (plane: ControlPlane) => Promise<void>,
    flags?: readonly string[],
  ): Promise<void>;
  /** Reports a sentence: it holds when there is nothing against it. */
  holds(sentence: string, against: readonly string[]): void;
  /** Counts objects into the report. */
  count(objects: number): void;
}

/** One line of the report, and what proves it. */
export interface Suite {
  readonly name: string;
  readonly proves: string;
  /** Whether it runs only when it is named, such as for the time that it takes. */
  readonly onRequest?: boolean;
  /** What it lacks on this machine and how to get it; nothing when it can run. */
  missing(): string;
  /** What it runs beside the cluster itself. */
  readonly tools?: readonly ToolModule[];
  run(bench: Bench): Promise<void>;
}

/** For a suite that needs nothing but what Go builds. */
export const nothing = (): string => '';
