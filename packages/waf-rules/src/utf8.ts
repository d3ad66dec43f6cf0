/** The UTF-8 bytes of a text; half a surrogate pair counts as U+FFFD, as TextEncoder has it. */
export const utf8 = (text: string): readonly number[] =>
  [...text.toWellFormed()].flatMap((char) => bytesOf(char.codePointAt(0) ?? 0));

const bytesOf = (point: number): readonly number[] => {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), tail(point)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(point >> 6), tail(point)];
  return [0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point)];
};

const tail = (bits: number): number => 0x80 | (bits & 0x3f);

/** How many bytes {@link utf8} has, without making them. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text.toWellFormed()) {
    const point = char.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 4648, section 4, of a text's UTF-8 bytes: a package without Node has no Buffer. */
export function base64(text: string): string {
  const bytes = utf8(text);
  const groups = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) => {
    const [a = 0, b, c] = bytes.slice(3 * index, 3 * index + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63] ?? '');
    const padding = b === undefined ? '==' : c === undefined ? '=' : '';
    return digits.slice(0, 4 - padding.length).join('') + padding;
  });
  return groups.join('');
}
