/**
 * Text of at most `most` characters as it is; of longer text its beginning, and how long it is.
 * The only place that shortens text for a message.
 */
export const shorten = (text: string, most = 80): string =>
  text.length > most ? `${text.slice(0, most)}... (${text.length} characters)` : text;
