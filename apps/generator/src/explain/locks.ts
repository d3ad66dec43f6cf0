import { isObject } from '@bizflow/kernel';
import { chartsLockPath } from '../charts/charts-lock.ts';
import { factsIn } from '../fact-sources/facts-in.ts';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { lockPath } from '../lock.ts';
import type { Given } from './reads.ts';

/** The paths of what pins images and charts: facts in JSON. */
export const lockPaths = [lockPath, chartsLockPath] as const;

/** The text of a lock, and the number of the first of its facts; `null` where its facts are not asked for. */
export interface Lock {
  readonly path: string;
  readonly text: string;
  readonly first: number | null;
}

const opening = 'const lock = ';

/** The facts in a lock, in their order. */
export const factsOfLock = ({ path: file, text, first }: Lock): readonly PlacedFact[] =>
  factsIn(opening + text).map((fact, index) => ({
    ...fact,
    path: fact.path.replace(/^lock\.?/, ''),
    file,
    line: text.slice(0, fact.start - opening.length).split('\n').length,
    start: fact.start - opening.length,
    end: fact.end - opening.length,
    number: (first ?? 0) + index,
  }));

/** The value of a lock, whose facts are asked for when they are read. */
export function lockValue({ text, first }: Lock, factOf: Given['factOf']): unknown {
  const lock: unknown = JSON.parse(text);
  if (first === null) return lock;
  let next = first;
  const ask = (holder: object): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (isObject(value)) ask(value);
      else if (value !== null) {
        const number = next++;
        const get = () => factOf(number, value);
        Object.defineProperty(holder, key, { get, enumerable: true, configurable: true });
      }
    }
  };
  if (isObject(lock)) ask(lock);
  return lock;
}
