import type { Step } from './runbook.ts';

/** Steps in the order of a script; those in one list begin one after the other and are awaited together. */
export const stages = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const starts = steps.flatMap((_, index) => (steps[index - 1]?.withNext === true ? [] : [index]));
  return starts.map((start, index) => steps.slice(start, starts[index + 1]));
};

/** Each step but the last begins the next one before it is awaited. */
export const together = (...steps: readonly Step[]): readonly Step[] =>
  steps.map((step, index) => (index < steps.length - 1 ? { ...step, withNext: true } : step));

/** Seconds that a script waits at most, read from its text: limits count from the beginning of their stage. */
export const longestWait = (script: string): number =>
  script
    .split(/^since=/m)
    .map((stage) => [...stage.matchAll(/^ *await (\d+) \w+$/gm)].map(([, limit]) => Number(limit)))
    .reduce((sum, limits) => sum + Math.max(0, ...limits), 0);
