/** A number of things in words: `1 file`, `2 files`. The plural is given where it is not the noun and an s. */
export const counted = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`;
