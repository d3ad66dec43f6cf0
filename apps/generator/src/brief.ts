/** A value as a problem quotes it: no more than 80 characters of it. */
export const brief = (text: string): string =>
  text.length > 80 ? `${text.slice(0, 77)}...` : text;
