import { problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';

/** The part of a generator's `schema.json` that says what a person must give. */
export interface OptionsSchema {
  readonly properties: Readonly<
    Record<string, { readonly description: string; readonly [key: string]: unknown }>
  >;
}

type Run<Options, Result> = (tree: Tree, options: Options) => Promise<Result>;

/**
 * A command whose options are all given: what its schema asks for and has no default for. Throws a
 * {@link GeneratorError} that names all that are missing; Nx itself would name one at a time.
 */
export const given =
  <Options extends object, Result>(
    { properties }: OptionsSchema,
    run: Run<Options, Result>,
  ): Run<Options, Result> =>
  async (tree, options) => {
    const missing = Object.entries(properties).filter(
      ([name, property]) =>
        'x-prompt' in property &&
        !('default' in property) &&
        Reflect.get(options, name) === undefined,
    );
    if (missing.length === 0) return run(tree, options);
    throw new GeneratorError(
      missing.map(([name, { description }]) =>
        problem({
          code: 'OPTION_MISSING',
          at: `--${name}`,
          value: undefined,
          reason: `is missing: ${description}`,
          remedy: `add --${name}=..., or run the command in a terminal, where it asks`,
        }),
      ),
    );
  };
