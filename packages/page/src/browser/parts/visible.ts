/** Characters that a browser does not draw, or by which it turns the direction of what follows. */
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text in which every character is seen: `U+202E` for the mark that turns the direction of a line. */
export const visible = (text: string): string =>
  text.replace(hidden, (one) => {
    const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
