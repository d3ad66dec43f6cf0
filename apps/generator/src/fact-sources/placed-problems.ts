import type { Problem } from '@bizflow/kernel';
import { constantOf, type Live, loaded } from './constant-of.ts';
import { sourceOf } from './source-of.ts';
import type { ReadSource } from './written-at.ts';

/** Problems of facts that only say their path, with file and line before it: where a person corrects them. */
export const placedProblems = (
  problems: readonly Problem[],
  read: ReadSource,
  live: Live = loaded,
): readonly Problem[] => {
  const source = sourceOf(read);
  return problems.map((problem) => {
    const found = constantOf(problem.at, live);
    if (found === undefined) return problem;
    const { file, constant, steps, value } = found;
    return { ...problem, at: `${source(file, constant, numbered(steps, value))} ${problem.at}` };
  });
};

/**
 * A member of a list that a rule calls by its name, or by another of its texts, has its number in the source. Of two
 * with one name it is the second: the first was no problem before it.
 */
function numbered(steps: readonly string[], value: unknown): readonly string[] {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return steps;
  const index = Array.isArray(value)
    ? value.findLastIndex((one, at) => String(at) === step || isCalled(one, step))
    : -1;
  const key = index < 0 ? step : String(index);
  return [key, ...numbered(rest, Reflect.get(value, key))];
}

const isCalled = (one: unknown, name: string): boolean =>
  typeof one === 'object' && one !== null && Object.values(one).includes(name);
