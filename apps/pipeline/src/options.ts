import { readFileSync } from 'node:fs';
import { type Environment, environments, type Service, services } from '@bizflow/config';
import { assignedValues, type Signed } from '@bizflow/config/assigned';
import { type Fault, type Problem, problem } from '@bizflow/kernel';

/** A command cannot run with its options or facts: printed as a problem, without a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly problem: Problem;

  constructor(fault: Fault) {
    super(`${fault.code} ${fault.at}: ${fault.reason}`);
    this.problem = problem(fault);
  }
}

/** The options of a command, as `--name=value` gave them. */
export type Options = Readonly<Record<string, string | undefined>>;

/** An option that a command cannot do without. */
export function needed(options: Options, name: string): string {
  const value = options[name];
  if (value !== undefined && value !== '') return value;
  throw new CommandError({
    code: 'OPTION_MISSING',
    at: `--${name}`,
    value: 'nothing',
    reason: 'is required',
    remedy: `add --${name}=...`,
  });
}

/** Several such options, by their names. */
export const allNeeded = <Name extends string>(
  options: Options,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> =>
  Object.fromEntries(names.map((name) => [name, needed(options, name)])) as Record<Name, string>;

/** The service of `--service`. */
export const serviceOf = (options: Options): Service =>
  oneOf(options, 'service', services) as Service;

/** The environment of `--environment`. */
export const environmentOf = (options: Options): Environment =>
  oneOf(options, 'environment', Object.values(environments));

/** What is signed, of `--signed`. */
export const signedOf = (options: Options): Signed =>
  oneOf(
    options,
    'signed',
    (Object.keys(assignedValues.signing) as Signed[]).map((name) => ({ name })),
  ).name;

function oneOf<T extends { readonly name: string }>(
  options: Options,
  option: string,
  all: readonly T[],
): T {
  const name = needed(options, option);
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = all.map((one) => one.name).join(', ');
  throw new CommandError({
    code: 'OPTION_UNKNOWN',
    at: `--${option}`,
    value: name,
    reason: 'is unknown',
    remedy: `use one of ${names}`,
  });
}

/** The text of a file that an earlier step must have written. */
export function fileOf(
  options: Options,
  option: string,
): { readonly at: string; readonly text: string } {
  const at = needed(options, option);
  try {
    return { at, text: readFileSync(at, 'utf8') };
  } catch (error) {
    throw new CommandError({
      code: 'REPORT_MISSING',
      at: `--${option}`,
      value: at,
      reason: `cannot be read: ${(error as NodeJS.ErrnoException).code}`,
      remedy: 'check the step that writes this file',
    });
  }
}

/** The JSON of such a file. */
export function jsonOf(
  options: Options,
  option: string,
): { readonly at: string; readonly json: unknown } {
  const { at, text } = fileOf(options, option);
  try {
    return { at, json: JSON.parse(text) };
  } catch {
    const found = JSON.stringify(text);
    throw new CommandError({
      code: 'REPORT_UNREAD',
      at,
      value: found,
      reason: 'is not JSON',
      remedy: 'check the step that writes this file',
    });
  }
}

/** An address. */
export function urlOf(options: Options): string {
  const url = needed(options, 'url');
  if (URL.canParse(url)) return url;
  throw new CommandError({
    code: 'OPTION_FORMAT',
    at: '--url',
    value: url,
    reason: 'is not a URL',
    remedy: 'write http://host:port',
  });
}
