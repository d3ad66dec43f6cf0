/** A command of a page's recipe as the shell reads it, and what it runs. */
export interface RecipeCommand {
  readonly recipe: string;
  readonly program: 'nx' | 'npm' | 'git';
  /** The generator, the script of npm, or the command of Git. */
  readonly name: string;
  readonly args: readonly string[];
}

/** Every command of a page that runs a script of npm, a generator or Git, in its blocks of `sh`. */
export const commandsOf = (page: string): readonly RecipeCommand[] =>
  page.split(/^## /m).flatMap((section) => {
    const recipe = section.split('\n', 1)[0] ?? '';
    return [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
      .flatMap(([, block = '']) => block.split('\n'))
      .flatMap((line) => {
        const [, start = '', name = '', rest = ''] =
          /^(npx nx generate @bizflow\/generator:|npm run |git )([\w-]+)(.*)$/.exec(line) ?? [];
        const program = programs[start];
        return program === undefined ? [] : [{ recipe, program, name, args: wordsIn(rest) }];
      });
  });

const programs: Readonly<Record<string, RecipeCommand['program']>> = {
  'npx nx generate @bizflow/generator:': 'nx',
  'npm run ': 'npm',
  'git ': 'git',
};

// What the shell makes of a line: quotes go, and a comment ends it.
const wordsIn = (line: string): readonly string[] =>
  [...line.matchAll(/(?:[^\s'#]|'[^']*')+|#.*$/g)]
    .map(([word]) => word)
    .filter((word) => !word.startsWith('#'))
    .map((word) => word.replaceAll("'", ''));
