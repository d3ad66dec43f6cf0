/** What a recipe of CONTRIBUTING.md does to one file: lines of context, removed and added ones, in order. */
export interface Edit {
  readonly recipe: string;
  readonly path: string;
  readonly lines: readonly string[];
}

/** Every edit of a page: in its blocks of `diff`, each below the line `// path` that names its file. */
export const editsOf = (page: string): readonly Edit[] =>
  page.split(/^## /m).flatMap((section) => {
    const recipe = section.split('\n', 1)[0] ?? '';
    return [...section.matchAll(/^```diff\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
      block
        .split(/^ \/\/ (?=\S+\/)/m)
        .slice(1)
        .map((hunk) => {
          const [head = '', ...lines] = hunk.trimEnd().split('\n');
          return { recipe, path: head.split(/[:, ]/, 1)[0] ?? '', lines };
        }),
    );
  });

const marked = (lines: readonly string[], marks: string): string =>
  lines
    .filter((line) => marks.includes(line.charAt(0)))
    .map((line) => `${line.slice(1)}\n`)
    .join('');

/**
 * A file after an edit; one without context or removed lines goes to the end. Undefined where the page
 * tells of another file than there is: lines that are not in it, or that it has already.
 */
export const edited = (text: string, { lines }: Edit): string | undefined => {
  const [before, after] = [marked(lines, ' -'), marked(lines, ' +')];
  if (before === '') return text.includes(after) ? undefined : text + after;
  const at = `\n${text}`.indexOf(`\n${before}`);
  if (at < 0 || text.includes(after)) return undefined;
  return text.slice(0, at) + after + text.slice(at + before.length);
};
