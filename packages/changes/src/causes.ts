import type { Change } from './change.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effects.ts';
import { fieldKeysOf } from './report/fields.ts';

/** What the newer side does to itself with some changed facts as they were. */
export interface Trial {
  /** What the facts are called. */
  readonly names: readonly string[];
  /** None where nothing can be rendered so. */
  readonly change: Change | undefined;
}

/** Says of effects and fields which changed facts are behind them. */
export interface Attribution {
  /** Names of facts; none where the renderer was changed, and undefined where it is not known. */
  readonly causesOf: (effect: Effect) => readonly string[] | undefined;
  /** Whether a field, by its key, differs although every fact is as it was. */
  readonly isOfRenderer: (field: string) => boolean;
}

/** Nothing is known of what is behind each effect. */
export const unattributed: Attribution = { causesOf: () => undefined, isOfRenderer: () => false };

/** The same facts are behind everything; or none is, and the renderer was changed. */
export const allBy = (names: readonly string[]): Attribution => ({
  causesOf: () => names,
  isOfRenderer: () => names.length === 0,
});

/**
 * By trial: what one fact shows again when it is put back is by that fact. What only all facts show together is by
 * all of them, and what not even those show is by the renderer.
 */
export const attributed = (together: Trial, alone: readonly Trial[]): Attribution => {
  const all = keysIn(together);
  const each = alone.map((trial) => ({ names: trial.names, keys: keysIn(trial) }));
  const fields = together.change && new Set(fieldKeysOf(together.change));
  return {
    causesOf: (effect) => {
      for (const key of keysOf(effect)) {
        const found = each.filter(({ keys }) => keys?.has(key)).flatMap(({ names }) => names);
        if (found.length > 0) return found;
        if (all?.has(key)) return together.names;
      }
      return all && [];
    },
    isOfRenderer: (field) => fields?.has(field) === false,
  };
};

/** What is behind a file that a person wrote. */
const hand = 'an edit by hand';

/** Nothing else is behind anything. */
export const allByHand: Attribution = allBy([hand]);

/** The same, and a hand behind what some files show that no fact does; a root has several files. */
export const withHand = (
  { causesOf, isOfRenderer }: Attribution,
  paths: ReadonlySet<string>,
): Attribution => ({
  causesOf: (effect) => {
    const causes = causesOf(effect);
    const [at = ''] = effect.at.split('#');
    const isByHand = [...paths].some((path) => path === at || path.startsWith(`${at}/`));
    return isByHand && (causes ?? []).length === 0 ? [hand] : causes;
  },
  isOfRenderer,
});

const keysIn = ({ change }: Trial): ReadonlySet<string> | undefined =>
  change && new Set(effectsOf(change).effects.flatMap(keysOf));

/** An effect as it is; the same thing to another degree; and the same rule at the same spot. */
const keysOf = ({ rule, place, to, does, at }: Effect): readonly string[] => [
  JSON.stringify([rule, place, at, to, does]),
  JSON.stringify([rule, place, at, to]),
  JSON.stringify([rule, place, at]),
];
