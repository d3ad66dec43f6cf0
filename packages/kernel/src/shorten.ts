/**
 * Text of at most `most` characters as it is; of longer text its beginning, and how long it is.
 * With {@link shortDigest} the only place that shortens text for a message.
 */
export const shorten = (text: string, most = 80): string =>
  text.length > most ? `${text.slice(0, most)}... (${text.length} characters)` : text;

/** `sha256:` and the first twelve digits of a digest, as Docker shows an image's. */
export const shortDigest = (digest: string): string => digest.slice(0, 'sha256:'.length + 12);
