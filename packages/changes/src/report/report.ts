import { type Attribution, unattributed } from '../causes.ts';
import type { Change } from '../change.ts';
import { type Effect, type Kind, kindOf, kinds } from '../effect.ts';
import type { Judged } from '../effects.ts';
import { type Owner, ownerOf } from '../policy.ts';
import { type FoldedField, foldedFields } from './fields.ts';
import { type Folded, folded } from './fold.ts';
import { verdict, weightiest } from './verdict.ts';

/** A changed fact, where it is written. */
export interface ChangedFact {
  /** `packages/config/src/release/canary.ts:12`. */
  readonly at: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What is behind a change: facts that a person wrote otherwise, and code. */
export interface Causes {
  readonly facts: readonly ChangedFact[];
  /** Paths of changed code and modules: what they render otherwise has no fact behind it. */
  readonly code: readonly string[];
}

/** All that is said of a change; every printer takes this. */
export interface Report {
  /** The base as the person named it, with its commit. */
  readonly base: string;
  readonly verdict: readonly string[];
  /** Whether anything that is rendered differs. */
  readonly differs: boolean;
  readonly forbidden: readonly (Effect & { readonly owner: Owner })[];
  readonly effects: readonly Effect[];
  readonly byKind: readonly { readonly kind: Kind; readonly effects: readonly Folded[] }[];
  readonly byPlace: readonly {
    readonly place: string;
    readonly kinds: Readonly<Record<string, number>>;
  }[];
  readonly fields: readonly FoldedField[];
  readonly pages: readonly string[];
  readonly causes: Causes;
  /** What a reader must know of the comparison itself. */
  readonly notes: readonly string[];
}

/** Joins what is said of a change. */
export const reportOf = (
  base: string,
  change: Change,
  { effects: found, unjudged }: Judged,
  causes: Causes,
  notes: readonly string[],
  { causesOf, isOfRenderer }: Attribution = unattributed,
): Report => {
  const effects = found.map((one) => ({ ...one, causes: causesOf(one) }));
  return {
    base,
    verdict: verdict(change, effects),
    differs: [change.objects, change.resources, change.roots, change.pages].some(
      (all) => all.length > 0,
    ),
    forbidden: effects.flatMap((one) => {
      const owner = ownerOf(one);
      return owner === undefined ? [] : [{ ...one, owner }];
    }),
    effects,
    byKind: kinds.flatMap((kind) => {
      const own = folded(effects.filter((one) => kindOf(one) === kind));
      return own.length === 0 ? [] : [{ kind, effects: weightiest(own) }];
    }),
    byPlace: placesOf(effects),
    fields: foldedFields(change, isOfRenderer),
    pages: change.pages,
    causes,
    notes: [
      ...notes,
      ...unjudged.map(({ rule, why }) => `${rule} could not compare the two sides: ${why}`),
    ],
  };
};

const placesOf = (effects: readonly Effect[]): Report['byPlace'] =>
  [...Map.groupBy(effects, ({ place }) => place)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([place, own]) => ({
      place,
      kinds: Object.fromEntries(
        kinds.flatMap((kind) => {
          const number = own.filter((one) => kindOf(one) === kind).length;
          return number === 0 ? [] : [[kind, number]];
        }),
      ),
    }));

/** What a command that prints the report ends with: 0 nothing, 2 changes, 1 dangers that policy forbids. */
export const exitCode = ({ differs, forbidden }: Report): 0 | 1 | 2 =>
  forbidden.length > 0 ? 1 : differs ? 2 : 0;
