import type { TextTransformation, TransformationType } from '../statement.ts';

/** A text after all transformations, lowest priority first (WAF guide, "text transformations"). */
export const transformed = (text: string, steps: readonly TextTransformation[]): string =>
  steps
    .toSorted((a, b) => a.Priority - b.Priority)
    .reduce((value, { Type }) => transformations[Type](value), text);

const transformations: Readonly<Record<TransformationType, (text: string) => string>> = {
  NONE: (text) => text,
  LOWERCASE: (text) => text.toLowerCase(),
  // Once: an application decodes once, so `/%2561dmin` is `/%61dmin` to both.
  URL_DECODE: (text) =>
    text
      .replaceAll('+', ' ')
      .replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  NORMALIZE_PATH: (text) => normalizedPath(text),
  COMPRESS_WHITE_SPACE: (text) => text.replace(/[\t\n\v\f\r\u00a0 ]+/g, ' '),
  REMOVE_NULLS: (text) => text.replaceAll('\0', ''),
};

/** Removes repeated slashes, `.` and `..` that do not lead above the start. */
function normalizedPath(text: string): string {
  const isRooted = text.startsWith('/');
  const kept: string[] = [];
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue;
    const isUp = segment === '..' && (isRooted || (kept.length > 0 && kept.at(-1) !== '..'));
    if (isUp) kept.pop();
    else kept.push(segment);
  }
  const endsInFolder = /(?:^|\/)\.{0,2}$/.test(text) && kept.length > 0;
  return `${isRooted ? '/' : ''}${kept.join('/')}${endsInFolder ? '/' : ''}`;
}
