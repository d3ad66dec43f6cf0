import { type Problem, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';

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

type Run<Options, Result> = (tree: Tree, options: Options) => Promise<Result>;

/**
 * A command whose options are all given: what its schema asks for and has no default for. Throws a
 * {@link GeneratorError} that names all that are missing; Nx itself would name one at a time. A name that another
 * command has for the same option (`x-instead`) is refused with the one of this command.
 */
export const given =
  <Options extends object, Result>(
    { properties }: OptionsSchema,
    run: Run<Options, Result>,
  ): Run<Options, Result> =>
  async (tree, options) => {
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
