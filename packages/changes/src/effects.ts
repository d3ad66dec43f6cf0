import type { Change } from './change.ts';
import type { Effect } from './effect.ts';
import { ofAttribute, stays } from './effects-of.ts';
import { placed } from './place.ts';
import { rules } from './rules.ts';

/** What a change does, and the rules that could not judge it. */
export interface Judged {
  readonly effects: readonly Effect[];
  /** Rules that one side's facts stopped, with the reason: nothing is known of their effects. */
  readonly unjudged: readonly { readonly rule: string; readonly why: string }[];
}

/** Asks every rule. One that an older side's facts stop is named, and the others are asked all the same. */
export function effectsOf(change: Change): Judged {
  const effects: Effect[] = [];
  const unjudged: Judged['unjudged'][number][] = [];
  const at = placed(change);
  for (const { name, find } of rules) {
    try {
      effects.push(
        ...find(change).map((found) => ({ rule: name, ...found, place: at(found.place) })),
      );
    } catch (error) {
      unjudged.push({ rule: name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { effects: [...effects, ...untold(change, effects)], unjudged };
}

/** Resources that no rule tells of: Terraform changes them in place, and a reader must not miss that. */
const untold = (change: Change, effects: readonly Effect[]): readonly Effect[] => {
  const at = placed(change);
  const told = new Set(effects.map(({ place, to }) => `${place} ${to}`));
  return change.resources
    .filter(stays)
    .filter(({ place, address }) => !told.has(`${at(place)} ${address}`))
    .flatMap((one) =>
      one.fields.slice(0, 1).map((field) => ({
        ...{
          rule: 'release/in-place',
          ...ofAttribute(one, field, 'is changed in place by Terraform'),
        },
        place: at(one.place),
      })),
    );
};

/** The names of all rules. */
export const ruleNames: readonly string[] = rules.map(({ name }) => name);
