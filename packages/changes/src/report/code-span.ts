import { shorten } from '@bizflow/kernel';

/** The longest value that a comment shows, in characters. */
const longest = 200;

/** A text as a code span, on one line, whatever is in it (GitHub Flavored Markdown, 6.3). */
export const code = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = shorten(line, longest);
  const runs = [...short.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  // A space keeps a backtick at the end apart from the fence, and an empty span would be two plain backticks.
  const pad = short === '' || short.startsWith('`') || short.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${short === '' ? '-' : short}${pad}${fence}`;
};
