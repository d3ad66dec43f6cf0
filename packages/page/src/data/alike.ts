/** What is the same in several places, once: with all its places, in the order of the first. */
export const alike = <T extends { readonly places: readonly string[] }>(
  all: readonly T[],
  same: (one: T) => unknown,
): readonly T[] =>
  [...Map.groupBy(all, (one) => JSON.stringify(same(one))).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, places: group.flatMap(({ places }) => places) }];
  });
