import { counted, shorten } from '@bizflow/kernel';
import type { FactIndex, IndexedFact } from './index-file.ts';
import type { Lines } from './lines.ts';
import { type Decider, decidedBy, type Placed } from './query.ts';
import type { Target } from './target.ts';

/** How much of a long list a person is shown; `--json` has all of it. */
const shown = 6;

/** Which facts decide a spot, for people. */
export function fileAnswer(
  index: FactIndex,
  { file, spot, lines }: Target,
  deciders: readonly Decider[],
): readonly string[] {
  const name = `${file}${spot.pointer === '' ? '' : `#${spot.pointer}`}`;
  const line = lines.of(spot);
  const title = spot.pointer === '' && spot.line === 0 ? name : `${name}, line ${line}`;
  if (deciders.length === 0) {
    return [`${title}: no fact decides it; the code that renders it says so for every fleet`];
  }
  const first = ({ places }: Decider) => Math.min(...places.map((place) => lines.of(place) ?? 1e9));
  return [
    `${title}: ${counted(deciders.length, 'fact')}`,
    ...deciders
      .toSorted((one, other) => first(one) - first(other))
      .flatMap(({ fact, places }) => ['', ...said(index, fact), ...cut(placeLines(places, lines))]),
  ];
}

/** Which lines a fact decides, for people. */
export function factAnswer(
  index: FactIndex,
  fact: IndexedFact,
  linesIn: (file: string) => Lines | null,
): readonly string[] {
  const groups = decidedBy(index, fact);
  const files = groups.reduce((sum, group) => sum + group.files.length, 0);
  return [
    ...said(index, fact),
    files === 0
      ? '  decides nothing that is rendered'
      : `  decides lines of ${counted(files, 'file')}`,
    ...groups.flatMap((group) => [
      '',
      `  in ${counted(group.files.length, 'file')}:`,
      ...cut(group.places.map((place) => `    ${placeText(place)}`)),
      ...cut(group.files.map((file) => `      ${file}${lineText(linesIn(file), group.places)}`)),
    ]),
    ...(fact.adds.length === 0 ? [] : ['', '  another value would add:']),
    ...cut(fact.adds.map((path) => `    ${path}`)),
  ];
}

const said = (index: FactIndex, fact: IndexedFact): readonly string[] => [
  `${fact.file}:${fact.line}  ${fact.path} = ${shorten(JSON.stringify(fact.value))}`,
  ...fact.through.flatMap((number) => {
    const by = index.functions[number];
    return by === undefined ? [] : [`  read by ${by.name} (${by.file}:${by.line})`];
  }),
];

const placeLines = (places: readonly Placed[], lines: Lines): readonly string[] =>
  places.map((place) => {
    const line = lines.of(place);
    return `  ${line === undefined ? '' : `line ${line}: `}${placeText(place)}`;
  });

const placeText = ({ pointer, line, comes }: Placed): string => {
  if (comes && line === 0) return `${pointer || 'the file'}, into which more would come`;
  if (pointer === '' && line === 0) return 'the file itself: that it exists, and its name';
  const text = line === 0 ? '' : `line ${line} of the text${pointer === '' ? '' : ' '}`;
  return `${text}${pointer}${comes ? ', after which more would come' : ''}`;
};

const lineText = (lines: Lines | null, [first]: readonly Placed[]): string => {
  const line = first === undefined ? undefined : lines?.of(first);
  return line === undefined ? '' : `:${line}`;
};

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length > shown + 1
    ? [
        ...lines.slice(0, shown),
        `${/^ */.exec(lines[0] ?? '')?.[0] ?? ''}and ${lines.length - shown} more`,
      ]
    : lines;
