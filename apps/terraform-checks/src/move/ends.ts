import type { Ends } from './roots.ts';

/** The words that begin a move, and those after `only`, which name roots by how they begin. */
export const apart = (words: readonly string[]) => {
  const at = words.indexOf('only');
  return at < 0
    ? { begins: words, only: [] }
    : { begins: words.slice(0, at), only: words.slice(at + 1) };
};

/** The two ends of a move by its generator, a region, and options; undefined where none begins. */
export function endsOf(asked: readonly string[]): Ends | undefined {
  const { begins, only } = apart(asked);
  const [name = '', ...words] = begins;
  const option = (key: string) => words.find((word) => word.startsWith(`--${key}=`))?.split('=')[1];
  const [region = ''] = words.filter((word) => !word.startsWith('--'));
  const ends = {
    'replace-region': { from: region, to: option('with') ?? null },
    'second-region': { from: option('beside') ?? '', to: region },
    evacuate: { from: region, to: option('to') ?? null },
    'retire-region': { from: region, to: null },
  }[name];
  return ends === undefined || ends.from === '' ? undefined : { ...ends, only };
}
