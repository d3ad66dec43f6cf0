/** What a step's part of the page of a move has people do, and what they wait for. */
export interface Told {
  /** The commands of each thing that is done, in order. */
  readonly acts: readonly (readonly string[])[];
  readonly waits: readonly Waited[];
}

/** What a step waits for, with the command that shows it; none where a ticket does. */
export interface Waited {
  readonly id: string;
  readonly command: string | null;
  readonly prints: string;
}

/** The step that the page of a move is at now. */
export const toldOn = (page: string): Told => {
  const [, now = ''] = /\*\*now\*\* \| ([^|]+?) \|/.exec(page) ?? [];
  const from = page.indexOf(`\n## ${now}\n`);
  if (now === '' || from < 0) throw new Error('the page has no step that is now');
  const [, section = ''] = page.slice(from).split('\n## ');
  const begins = section.split(/\n(?=\d+\. |- \[[ x]\] )/).slice(1);
  return {
    acts: begins.filter((part) => /^\d/.test(part)).map(shellOf),
    waits: begins.filter((part) => part.startsWith('- [')).map(waitOf),
  };
};

const shellOf = (part: string): readonly string[] => {
  const [, block = ''] = /```sh\n([\s\S]*?)\n```/.exec(part) ?? [];
  return block.split('\n').filter((line) => line !== '');
};

const waitOf = (part: string): Waited => {
  const [, id = ''] = /`([a-z-]+)`/.exec(part) ?? [];
  const [, prints = ''] = /It shows ([\s\S]*?)[.:](?:\n|$)/.exec(part) ?? [];
  const [command = null] = shellOf(part);
  return { id, command, prints };
};

/** A command of a page as a rehearsal plays it: by Terraform in a root, by AWS's CLI, or not at all. */
export type Command =
  | { readonly by: 'terraform'; readonly root: string; readonly words: readonly string[] }
  | { readonly by: 'aws'; readonly script: string }
  | { readonly by: 'people'; readonly script: string };

/** Who plays a command: rows and clusters have rehearsals of their own. */
export const commandIn = (script: string): Command => {
  const [, root, words = ''] =
    /^terraform -chdir=terraform\/environments\/(\S+) (.*)$/.exec(script) ?? [];
  if (root !== undefined) return { by: 'terraform', root, words: wordsOf(words) };
  const needsMore = /psql|kubectl|curl|\.txt|--dryrun/.test(script);
  return /\baws /.test(script) && !needsMore ? { by: 'aws', script } : { by: 'people', script };
};

const wordsOf = (text: string): readonly string[] =>
  text.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));
