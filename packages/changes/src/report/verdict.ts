import { counted, shorten } from '@bizflow/kernel';
import { leafOf } from '../at.ts';
import type { Change } from '../change.ts';
import { type Effect, kindOf, kinds } from '../effect.ts';
import { isForbidden, ownerOf } from '../policy.ts';
import { listed } from '../text.ts';
import { type Folded, folded } from './fold.ts';

/** How many things of one kind a line of the verdict names. */
const most = 2;

/** How many places are named of things that have the same name. */
const many = 4;

/** The verdict in at most ten lines: how much differs, what is forbidden, and each kind of effect. */
export const verdict = (change: Change, effects: readonly Effect[]): readonly string[] => [
  extent(change, effects),
  ...forbiddenLine(effects),
  ...kinds.flatMap((kind) => {
    const own = folded(effects.filter((one) => kindOf(one) === kind));
    if (own.length === 0) return [];
    const named = phrases(weightiest(own).slice(0, most));
    const more = own.length - named.length;
    return [`${kind}: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`];
  }),
];

const extent = (
  { objects, resources, roots, pages }: Change,
  effects: readonly Effect[],
): string => {
  const parts = [
    part(objects, 'object', 'cluster'),
    part(resources, 'resource', 'root'),
    part(roots, 'file', 'root'),
    pages.length === 0 ? [] : [counted(pages.length, 'page')],
  ].flat();
  if (parts.length > 0) return `${parts.join(', ')} change`;
  return effects.length > 0 ? 'facts alone change' : 'nothing that is rendered changes';
};

const part = (
  changes: readonly { readonly place: string }[],
  one: string,
  place: string,
): readonly string[] => {
  const places = new Set(changes.map((each) => each.place)).size;
  return changes.length === 0
    ? []
    : [`${counted(changes.length, one)} in ${counted(places, place)}`];
};

const forbiddenLine = (effects: readonly Effect[]): readonly string[] => {
  const found = effects.filter(isForbidden);
  if (found.length === 0) return [];
  const owners = [...new Set(found.flatMap((one) => ownerOf(one) ?? []))].sort();
  return [
    `FORBIDDEN: ${counted(found.length, 'danger')}, unless ${listed(owners)} ${owners.length === 1 ? 'approves' : 'approve'}`,
  ];
};

/** What policy forbids first, then what happens in most places. */
export const weightiest = (effects: readonly Folded[]): readonly Folded[] =>
  effects.toSorted(
    (one, other) =>
      Number(isForbidden(other)) - Number(isForbidden(one)) ||
      other.places.length - one.places.length,
  );

/**
 * `Rollout bizflow-api/api starts a canary in 5 places`. Modules have the same names in every root: where two lines would
 * say the same, the roots are named, and the field where the roots are the same too.
 */
export const phrases = (effects: readonly Folded[]): readonly string[] => {
  const isTwice = (of: (effect: Folded) => string) => (one: Folded) =>
    effects.some((other) => other !== one && of(other) === of(one));
  const nameOf = ({ to, does }: Folded): string => JSON.stringify([to, does]);
  const needsPlaces = isTwice(nameOf);
  const needsField = isTwice((one) => JSON.stringify([nameOf(one), one.places]));
  return effects.map((one) => {
    const { to, does, places, at } = one;
    const where =
      needsPlaces(one) || places.length === 1 ? listed(places, many) : `${places.length} places`;
    const field = needsField(one) && leafOf(at) !== '' ? ` (${leafOf(at)})` : '';
    return `${shorten(to, 80)} ${does}${field} in ${where}`;
  });
};
