/** Where each repository of the fleet is played: addresses by those that are rendered. */
export type Places = ReadonlyMap<string, string>;

/**
 * A rendered file with its repositories' addresses replaced, wherever a line holds nothing but one: as
 * `repoURL`, or as an item of `sourceRepos`. Every other byte stays.
 */
export const withPlaces = (text: string, places: Places): string =>
  text.replaceAll(
    /^(\s*(?:- )?(?:repoURL: |repository: )?)(\S+)$/gm,
    (line, before: string, address: string) => {
      const played = places.get(address);
      return played === undefined ? line : `${before}${played}`;
    },
  );
