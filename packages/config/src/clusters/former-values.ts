import { freeze } from '@bizflow/kernel';
import type { ClusterId } from '../assigned/assigned.ts';

/** The labels by which admission holds a pod to its place. */
export type PlaceLabel =
  | 'app.kubernetes.io/part-of'
  | 'bizflow.io/compliance'
  | 'bizflow.io/environment'
  | 'bizflow.io/region'
  | 'bizflow.io/residency';

/** Values that pods of running versions still have, beside today's. */
export interface FormerValues {
  readonly labels?: Readonly<Partial<Record<PlaceLabel, readonly string[]>>>;
  /** Registries, each without a path: `123456789012.dkr.ecr.eu-west-2.amazonaws.com`. */
  readonly registries?: readonly string[];
}

/**
 * What admission accepts beside today's values, by cluster. A ReplicaSet keeps the labels and the image that
 * it was made with, and makes pods with them until it is gone: a value that changes is listed here in the same
 * commit, and stays until no version within the rollback window has it (docs/decisions/0054).
 */
export const formerValues: Readonly<Partial<Record<ClusterId, FormerValues>>> = freeze({});
