import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle/bundle-files.ts';
import { askingNothing, instrument, type PlacedFact } from '../fact-sources/instrument.ts';
import { between, type Effects, type Trial, union } from './effects.ts';
import { lockPaths } from './locks.ts';
import type { Explained } from './make-index.ts';
import { nextText, type OtherValues, otherValuesAmong } from './other-values.ts';
import { concerns, placed } from './query.ts';
import { type Session, sessionsOf } from './session.ts';
import { partsOfSession, textWith } from './trials.ts';

type Value = PlacedFact['value'];

/** Renders everything with the sources as they are, but one file: nothing is asked for, noted or remembered. */
async function renderedWith(edited: Readonly<Record<string, string>>): Promise<Session> {
  const program = await instrument('explain/parts.ts', { ...askingNothing, instead: edited });
  const locks = lockPaths.map((path) => ({
    path,
    text: edited[path] ?? textOf(path),
    first: null,
  }));
  return sessionsOf({ ...program, locks })(new Map());
}

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Sentences about a fact for which the edited sources render something else than the index says. */
export async function bruteForce(
  { facts }: Explained,
  indexed: (fact: PlacedFact) => Pick<Effects, 'places'>,
  sample: readonly PlacedFact[],
): Promise<readonly string[]> {
  const base = partsOfSession(await renderedWith({}));
  const others = otherValuesAmong(facts);
  const wrong: string[] = [];
  for (const fact of sample) {
    const tried = async (value: Value): Promise<Trial> =>
      between(base, await renderedWith({ [fact.file]: textWith(textOf(fact.file), fact, value) }));
    const trials = await trialsWith(others(fact), tried);
    const further = await tried(furtherValue(fact));
    const said = indexed(fact).places;
    wrong.push(...unequal(fact, union(trials, base).places, said));
    wrong.push(...beyond(fact, union([further], base), said));
  }
  return wrong;
}

/** As the index tries them: the first values, and others as long as each of those stops a part. */
async function trialsWith(
  { first, otherwise }: OtherValues,
  tried: (value: Value) => Promise<Trial>,
): Promise<readonly Trial[]> {
  const found: Trial[] = [];
  for (const [index, value] of [...first, ...otherwise].entries()) {
    if (index >= first.length && found.some(({ stopped }) => stopped.length === 0)) break;
    found.push(await tried(value));
  }
  return found;
}

/** A value that the index was not made with. */
const furtherValue = ({ value }: PlacedFact): Value =>
  typeof value === 'boolean'
    ? !value
    : typeof value === 'number'
      ? value + 2
      : nextText(nextText(value));

type Places = Effects['places'];

/** The index was made with these values: it says the same, place by place. */
const unequal = (fact: PlacedFact, found: Places, said: Places): readonly string[] => {
  const [one, other] = [found, said].map(
    (places) => new Set([...places].flatMap(([path, of]) => [...of].map((at) => `${path} ${at}`))),
  );
  return [
    ...[...(one ?? [])]
      .filter((at) => !other?.has(at))
      .map((at) => `${nameOf(fact)}: ${at} is not in the index`),
    ...[...(other ?? [])]
      .filter((at) => !one?.has(at))
      .map((at) => `${nameOf(fact)}: ${at} does not change`),
  ];
};

/** Another value changes nothing that the index does not say. */
const beyond = (fact: PlacedFact, { places, stopped }: Effects, said: Places): readonly string[] =>
  stopped.size > 0
    ? []
    : [...places].flatMap(([path, of]) =>
        [...of]
          .filter((at) => ![...(said.get(path) ?? [])].some((known) => isNear(known, at)))
          .map(
            (at) =>
              `${nameOf(fact)}: ${path} ${at} changes with ${furtherValue(fact)}, and the index does not say so`,
          ),
      );

const isNear = (known: Parameters<typeof placed>[0], at: Parameters<typeof placed>[0]): boolean =>
  known === at || concerns({ ...placed(known), comes: false }, { ...placed(at), line: 0 });

const nameOf = ({ file, line, path }: PlacedFact): string => `${file}:${line} ${path}`;
