/** A place in a text that only moves forward. */
export interface Cursor {
  /** Takes what the sticky pattern matches here, or nothing. */
  readonly take: (pattern: RegExp) => string | undefined;
  /** Takes this text, or nothing; spaces and comments before it do not count. */
  readonly eat: (text: string) => boolean;
  /** Takes this text, or fails. */
  readonly expect: (text: string) => void;
  /** Whether this text comes next; spaces and comments before it do not count. */
  readonly sees: (text: string) => boolean;
  readonly skip: () => void;
  readonly atEnd: () => boolean;
  readonly fail: (why: string) => never;
}

// Newlines end nothing inside brackets, and hcl2json returns each expression separately.
const blank = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Starts at the beginning of a text. */
export const cursor = (text: string): Cursor => {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const skip = (): void => void take(blank);
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at} of ${text}`);
  };
  const sees = (wanted: string): boolean => {
    skip();
    return text.startsWith(wanted, at);
  };
  const eat = (wanted: string): boolean => {
    const found = sees(wanted);
    if (found) at += wanted.length;
    return found;
  };
  const expect = (wanted: string): void => {
    if (!eat(wanted)) fail(`expected ${wanted}`);
  };
  return { take, eat, expect, sees, skip, fail, atEnd: () => at >= text.length };
};
