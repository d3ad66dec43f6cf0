import { child, type Problem, problem } from '@bizflow/kernel';
import type { ErrorObject } from 'ajv';
import { meant, said } from './shape-sayings.ts';

/** Where a person finds what a JSON pointer leads to. */
export type Place = (pointer: string) => string;

/** The problems of what a schema found: one for each wrong fact, whatever else follows from it. */
export function shapeProblems(errors: readonly ErrorObject[], place: Place): readonly Problem[] {
  const alternatives = errors.filter(({ keyword }) => /^(anyOf|oneOf)$/.test(keyword));
  const unlike = errors.filter(({ keyword }) => keyword === 'pattern');
  const own = errors.filter(
    ({ keyword, schemaPath, instancePath }) =>
      // These repeat what the keywords below them say.
      !['if', 'propertyNames'].includes(keyword) &&
      // What is not in the form of a time is not one in the calendar either.
      !(keyword === 'format' && unlike.some((one) => one.instancePath === instancePath)) &&
      !alternatives.some((other) => schemaPath.startsWith(`${other.schemaPath}/`)),
  );
  // A misspelled name is one problem: unknown, and missing under its right name.
  const slips = new Set(own.map((error) => child(error.instancePath, meant(error) ?? '')));
  return own
    .filter((error) => error.keyword !== 'required' || !slips.has(pointerOf(error)))
    .map((error) => problem({ at: place(pointerOf(error)), ...said(error) }));
}

/** The pointer to the fact itself, and not to what it is missing from, or in which it is a second time. */
function pointerOf({ keyword, instancePath, params, propertyName }: ErrorObject): string {
  const second = keyword === 'uniqueItems' ? String(Math.max(params.i, params.j)) : undefined;
  const name = second ?? propertyName ?? params.additionalProperty ?? params.missingProperty;
  return name === undefined ? instancePath : child(instancePath, name);
}
