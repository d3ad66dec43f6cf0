import type { Value, Values } from '../expression/value.ts';
import { resolved } from './bodies.ts';
import { conform } from './conform.ts';
import { parseType } from './types.ts';

const noScope = {
  functions: {},
  lookUp: (name: string): never => {
    throw new Error(`a default cannot use ${name}`);
  },
};

/** What a module sees of one variable: the input or the default, converted to its type. */
export const variableValue = (name: string, declared: Values, inputs: Values): Value => {
  const given = inputs[name] ?? null;
  const nullable = declared.nullable !== false;
  const isGiven = name in inputs && (given !== null || nullable);
  if (!isGiven && declared.default === undefined) throw new Error(`var.${name} is not given`);
  const value = isGiven ? given : resolved(declared.default ?? null, noScope);
  return conform(value, variableType(declared), `var.${name}`).value;
};

/** The declared type of a variable. */
export const variableType = ({ type }: Values) =>
  parseType(typeof type === 'string' ? type : 'any');
