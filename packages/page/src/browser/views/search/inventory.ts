import type { Inventory } from '../../../data/inventory.ts';
import type { PageData } from '../../../data/page-data.ts';
import { ofPlace } from '../../../data/place-words.ts';
import { type Content, contentOf } from './content.ts';

/** An object or a resource that can be found. */
export interface Thing {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
  /** Its file, or the folder of its root. */
  readonly path: string;
  /** What a plan does to it: `new`, `gone`, `changed`, or nothing. */
  readonly state: '' | 'new' | 'gone' | 'changed';
  /** What it says in its place. */
  readonly content: Content;
}

/** Everything that is rendered, and for a plan what is no longer. */
export const inventoryIn = ({ now, plan }: Pick<PageData, 'now' | 'plan'>): readonly Thing[] => {
  if (plan === null) return thingsIn(now.things, () => '');
  const changed = new Set(plan.files.map(({ path }) => path));
  const fresh = new Set(plan.fresh.map((one) => JSON.stringify(one)));
  return [
    ...thingsIn(now.things, ({ place, kind, name, path }) =>
      fresh.has(JSON.stringify([place, kind, name])) ? 'new' : changed.has(path) ? 'changed' : '',
    ),
    ...thingsIn(plan.gone, () => 'gone'),
  ];
};

type Named = Pick<Thing, 'place' | 'kind' | 'name' | 'path'>;

const thingsIn = (
  { places, all }: Inventory,
  stateOf: (named: Named) => Thing['state'],
): readonly Thing[] =>
  all
    .flatMap((one) =>
      one.at.flatMap((number): Thing | readonly Thing[] => {
        const { place = '', words = {} } = places[number] ?? {};
        const [name, file] = [ofPlace(one.name, words), ofPlace(one.file, words)];
        const path = file === '' ? `terraform/environments/${place}` : `gitops/${place}/${file}`;
        const named = { kind: one.kind, name, place, path };
        return { ...named, state: stateOf(named), content: contentOf(one, number, words) };
      }),
    )
    .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));

/** What has every word in its kind, name, place, file or contents; who has them all in its name and so on is first. */
export const found = (things: readonly Thing[], words: string, place: string): readonly Thing[] => {
  const wanted = wordsIn(words);
  const hits = things.flatMap((thing) => {
    if (place !== '' && thing.place !== place) return [];
    const head = headOf(thing);
    const others = wanted.filter((word) => !head.includes(word));
    if (!others.every((word) => thing.content.has(word))) return [];
    return { thing, isByHead: others.length === 0 };
  });
  const { named = [], rest = [] } = Object.groupBy(hits, ({ isByHead }) =>
    isByHead ? 'named' : 'rest',
  );
  return [...named, ...rest].map(({ thing }) => thing);
};

/** The first line of the contents that has a word which nothing else about a thing has. */
export const lineWith = (thing: Thing, words: string): string | undefined => {
  const head = headOf(thing);
  const word = wordsIn(words).find((one) => !head.includes(one));
  const line = word === undefined ? undefined : thing.content.lineWith(word);
  return line === undefined || word === undefined ? undefined : around(line, word);
};

/** So many characters of a line are shown: a policy of IAM is one line. */
const longest = 160;

const around = (line: string, word: string): string => {
  const start = Math.max(0, line.toLowerCase().indexOf(word) - longest / 2);
  const part = line.slice(start, start + longest);
  return `${start > 0 ? '…' : ''}${part}${start + longest < line.length ? '…' : ''}`;
};

const wordsIn = (words: string): readonly string[] =>
  words.toLowerCase().split(/\s+/).filter(Boolean);

const headOf = ({ kind, name, place, path, state }: Thing): string =>
  `${kind} ${name} ${place} ${path} ${state}`.toLowerCase();
