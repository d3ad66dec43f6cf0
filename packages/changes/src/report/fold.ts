import { leafOf } from '../at.ts';
import type { Effect } from '../effect.ts';
import { placeless, withoutKeys } from '../place.ts';
import { listed } from '../text.ts';

/** One effect in all the places where it is the same. */
export interface Folded {
  readonly rule: string;
  readonly does: string;
  /** What it happens to; the place in a name is `<region>` where it is another one in each. */
  readonly to: string;
  readonly places: readonly string[];
  /** How many effects were folded into it. */
  readonly count: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Where it is rendered, for the first place. */
  readonly at: Effect['at'];
  /** As of an effect: of all that were folded. */
  readonly causes?: readonly string[] | undefined;
}

/** So many things to which the same happens are one line. */
const many = 3;

/** Effects that differ in nothing but their place, as one; and many things with one effect, as one. */
export const folded = (effects: readonly Effect[]): readonly Folded[] => {
  const groups = Map.groupBy(overPlaces(effects), ({ rule, does, at, before, after, places }) =>
    JSON.stringify([rule, does, leafOf(at), before, after, places]),
  );
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || all.length <= many) return all;
    // A sentence says what one thing does.
    const to = `each of ${listed(
      all.map((one) => one.to),
      many,
    )}`;
    const causes = causesOf(all);
    return [{ ...first, to, causes, count: all.reduce((sum, one) => sum + one.count, 0) }];
  });
};

const overPlaces = (effects: readonly Effect[]): readonly Folded[] => {
  const groups = Map.groupBy(effects, (one) => {
    const general = placeless(one.place);
    const values = [one.before, one.after].map((text) => text && general(text));
    const what = [one.rule, one.does, withoutKeys(general(one.to)), leafOf(one.at)];
    return JSON.stringify([...what, ...values]);
  });
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const places = [...new Set(all.map(({ place }) => place))].sort();
    const general = all.length === 1 ? (text: string) => text : placeless(first.place);
    const names = new Set(all.map(({ place, to }) => placeless(place)(to)));
    const to = names.size === 1 ? general(first.to) : withoutKeys(general(first.to));
    const { rule, does, at } = first;
    return [
      {
        ...{ rule, does, at, places, to, count: all.length, causes: causesOf(all) },
        ...(first.before === undefined ? {} : { before: general(first.before) }),
        ...(first.after === undefined ? {} : { after: general(first.after) }),
      },
    ];
  });
};

const causesOf = (all: readonly Pick<Folded, 'causes'>[]): readonly string[] | undefined =>
  all.some(({ causes }) => causes === undefined)
    ? undefined
    : [...new Set(all.flatMap(({ causes }) => causes ?? []))];
