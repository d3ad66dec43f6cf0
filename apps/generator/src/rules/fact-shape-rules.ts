import schema from '@bizflow/config/facts.schema.json' with { type: 'json' };
import { isObject, type Problem, valueAt } from '@bizflow/kernel';
import type { ErrorObject } from 'ajv';
import { type FactsBySubject, factsByName } from '../shapes/facts-by-name.ts';
import { withNames } from '../shapes/live-words.ts';
import { shape } from '../shapes/shape.ts';
import { type Place, shapeProblems } from '../shapes/shape-problems.ts';

const factShape = shape(withNames(schema, factsByName()));

/**
 * Where a fact differs from its type. Node strips types without checking them, so what the compiler would refuse
 * can reach a render: these rules run before any rule reads a fact.
 */
export const factShapeRules = (facts?: FactsBySubject): readonly Problem[] => {
  const named = factsByName(facts);
  // As JSON has them: without what is undefined.
  const errors = factShape(JSON.parse(JSON.stringify(named)));
  return shapeProblems(onceEach(errors, named), place);
};

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

/** `/tracing.sampling/steps/0` is `sampling.steps[0]` in the file of that fact. */
const place: Place = (pointer) => {
  const [, fact = '', ...steps] = pointer.split('/');
  const file = Object.entries(schema.properties).find(([name]) => name === fact)?.[1].$comment;
  const path = [fact.slice(fact.indexOf('.') + 1), ...steps.map(step)].join('');
  return `${file ?? 'packages/config/src'} ${path}`;
};

const step = (part: string): string => {
  const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[\w$]+$/.test(name) ? `.${name}` : `['${name}']`;
};
