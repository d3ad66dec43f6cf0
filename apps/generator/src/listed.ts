/** What a person lists in one option, with commas between. */
export const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
