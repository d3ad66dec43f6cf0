import { type Problem, problem, shorten } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError, refuse } from './error.ts';
import { question, similar } from './shapes/shape-words.ts';

/** The part of a generator's `schema.json` that says what a person must give. */
export interface OptionsSchema {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly description: string;
        /** The name that this command has for the same option. */
        readonly 'x-instead'?: string;
        readonly [key: string]: unknown;
      }
    >
  >;
}

/** What a generator of Nx is. */
export type Run<Options, Result> = (tree: Tree, options: Options) => Promise<Result>;

/**
 * A command whose options are all given: what its schema asks for and has no default for. Throws a
 * {@link GeneratorError} that names all that are missing; Nx itself would name one at a time. A name that another
 * command has for the same option (`x-instead`) is refused with the one of this command, and one that no command has
 * with the one that was probably meant: Nx, which lets them all through, would say no more than that it is unknown.
 */
export const given =
  <Options extends object, Result>(
    { properties }: OptionsSchema,
    run: Run<Options, Result>,
  ): Run<Options, Result> =>
  async (tree, options) => {
    refuse(unknownOptions(properties, options));
    const isSet = (name: string) => Reflect.get(options, name) !== undefined;
    const problems = Object.entries(properties).flatMap(([name, property]) => {
      const instead = property['x-instead'];
      if (instead !== undefined) return isSet(name) ? [misnamed(name, instead)] : [];
      // What another name gave is not missing too.
      const isGiven = [name, ...otherNames(properties, name)].some(isSet);
      return isGiven || !('x-prompt' in property) || 'default' in property
        ? []
        : [missing(name, property.description)];
    });
    if (problems.length === 0) return run(tree, options);
    throw new GeneratorError(problems);
  };

// Nx adds `verbose`, and `_` for what stands without a name.
function unknownOptions(
  properties: OptionsSchema['properties'],
  options: object,
): readonly Problem[] {
  const names = Object.keys(properties).filter(
    (name) => !('x-instead' in (properties[name] ?? {})),
  );
  return Object.entries(options)
    .filter(([name]) => !Object.hasOwn(properties, name) && name !== 'verbose')
    .map(([name, value]) => {
      if (name === '_') return nameless(value);
      const meant = question(flag(similar(name, names)));
      return problem({
        code: 'OPTION_UNKNOWN',
        at: `--${shorten(name)}`,
        value: typeof value === 'string' ? shorten(value) : value,
        reason: `is not an option of this command, which has ${names.map(flag).join(', ') || 'none'}`,
        remedy: meant ?? 'leave it out; --help says what each option is',
      });
    });
}

const flag = (name: string | undefined): string | undefined => name && `--${name}`;

const nameless = (words: unknown): Problem =>
  problem({
    code: 'ARGUMENT_UNKNOWN',
    at: 'argument',
    value: shorten(String(words)),
    reason: 'is one argument more than this command takes',
    remedy: 'leave it out, or write the option that it belongs to: --help lists them',
  });

const otherNames = (properties: OptionsSchema['properties'], own: string): readonly string[] =>
  Object.entries(properties).flatMap(([name, property]) =>
    property['x-instead'] === own ? [name] : [],
  );

const misnamed = (name: string, instead: string): Problem =>
  problem({
    code: 'OPTION_MISNAMED',
    at: `--${name}`,
    value: name,
    reason: 'is not the name of this option here',
    remedy: `use --${instead}=...`,
  });

const missing = (name: string, description: string): Problem =>
  problem({
    code: 'OPTION_MISSING',
    at: `--${name}`,
    value: undefined,
    reason: `is missing: ${description}`,
    remedy: `add --${name}=..., or run the command in a terminal, where it asks`,
  });
