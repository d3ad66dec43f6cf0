import type { Fleet } from '@bizflow/config';
import { foundationOrder, type Step } from '@bizflow/config/order';

/** A step, perhaps for a part of its roots, with its place in the whole order. */
export interface Chosen {
  readonly step: Step;
  readonly index: number;
}

/** Steps with their numbers on the page: all of them, or those of the roots that begin in some ways. */
export const chosen = (fleet: Fleet, begins: readonly string[]): readonly Chosen[] =>
  foundationOrder(fleet).flatMap((step, index) => {
    const isPlayed = (root: string) =>
      begins.length === 0 || begins.some((begin) => root.startsWith(begin));
    const roots = step.roots.filter(isPlayed);
    const copies = step.copies.filter(({ root }) => isPlayed(root));
    return roots.length === 0 ? [] : [{ step: { ...step, roots, copies }, index }];
  });
