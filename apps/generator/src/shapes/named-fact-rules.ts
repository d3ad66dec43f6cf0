import schema from '@bizflow/config/facts.schema.json' with { type: 'json' };
import { isObject, type Problem, unescaped, valueAt } from '@bizflow/kernel';
import type { ErrorObject } from 'ajv';
import { sourceOf } from '../fact-sources/source-of.ts';
import type { ReadSource } from '../fact-sources/written-at.ts';
import { asJson } from './as-json.ts';
import { type NamedFacts, withNames } from './live-words.ts';
import { shape } from './shape.ts';
import { type Place, shapeProblems } from './shape-problems.ts';

/** Where facts differ from their types, by the lines of their sources; some of them, where not all could be loaded. */
export function namedFactRules(facts: NamedFacts, read: ReadSource): readonly Problem[] {
  const errors = shape(withNames(schema, facts))(asJson(facts));
  return shapeProblems(onceEach(errors, facts), placeIn(sourceOf(read)));
}

/** The source file of each fact, from the root of the repository, by subject and name. */
export const factFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(schema.properties).map(([name, { $comment }]) => [name, $comment]),
);

/** A value that is part of several facts is wrong once: where the path to it is shortest. */
function onceEach(errors: readonly ErrorObject[], facts: unknown): readonly ErrorObject[] {
  const shortest = new Map<unknown, string>();
  const wholeOf = ({ instancePath }: ErrorObject): string =>
    isObject(valueAt(facts, instancePath))
      ? instancePath
      : instancePath.slice(0, instancePath.lastIndexOf('/'));
  for (const whole of errors.map(wholeOf)) {
    const value = valueAt(facts, whole);
    const known = shortest.get(value);
    if (known === undefined || stepsIn(whole) < stepsIn(known)) shortest.set(value, whole);
  }
  return errors.filter((error) => shortest.get(valueAt(facts, wholeOf(error))) === wholeOf(error));
}

const stepsIn = (pointer: string): number => pointer.split('/').length;

/** `/tracing.sampling/steps/0` is `sampling.steps[0]`, at the line of the source where that is written. */
const placeIn =
  (source: ReturnType<typeof sourceOf>): Place =>
  (pointer) => {
    const [, fact = '', ...parts] = pointer.split('/');
    const constant = fact.slice(fact.indexOf('.') + 1);
    const steps = parts.map(unescaped);
    const path = [constant, ...steps.map(step)].join('');
    return `${source(factFiles[fact] ?? 'packages/config/src', constant, steps)} ${path}`;
  };

const step = (name: string): string => {
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[\w$]+$/.test(name) ? `.${name}` : `['${name}']`;
};
