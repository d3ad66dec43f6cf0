/** A list with more in it, each once. */
export const joined = <T>(own: readonly T[], more: readonly T[]): readonly T[] => [
  ...own,
  ...more.filter((one) => !own.includes(one)),
];

/** A list without some. */
export const without = <T>(own: readonly T[], less: readonly T[]): readonly T[] =>
  own.filter((one) => !less.includes(one));
