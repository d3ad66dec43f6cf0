const conflict = /^<<<<<<< .*\n([\s\S]*?)^=======\n([\s\S]*?)^>>>>>>> .*\n/gm;

/** How deep a text leaves its brackets open. */
const depthOf = (text: string): number =>
  [...text].reduce((depth, sign) => {
    if ('{['.includes(sign)) return depth + 1;
    return '}]'.includes(sign) ? depth - 1 : depth;
  }, 0);

/**
 * A text with conflicts as a person settles one: both entries stay. Git leaves the last lines of an entry that are the
 * same in both behind the conflict, and they end the first entry too.
 */
export const keepBoth = (text: string): string => {
  const [whole, ours = '', theirs = ''] = new RegExp(conflict.source, 'm').exec(text) ?? [];
  if (whole === undefined) return text;
  const at = text.indexOf(whole);
  const rest = text.slice(at + whole.length);
  const lines = rest.split('\n');
  let end = '';
  while (depthOf(ours + end) > 0) {
    const line = lines.shift();
    if (line === undefined) throw new Error('an entry has no end');
    end += `${line}\n`;
  }
  const isJson = text.startsWith('{');
  const first = isJson ? (ours + end).replace(/([}\]"])\s*$/, '$1,\n') : ours + end;
  return keepBoth(text.slice(0, at) + first + theirs + rest);
};
