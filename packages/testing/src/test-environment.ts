import { variable } from './tools.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the tests of a project get from the terminal: the tools that must be there, and no order for colours beside NO_COLOR. Nx
 * gives that order to what it runs, and Node then warns of both, in the middle of what tests compare.
 */
export function testEnvironment(given: Environment, required: ReadonlySet<string>): Environment {
  const { FORCE_COLOR: colours, ...others } = given;
  const isRefused = colours === undefined || others.NO_COLOR !== undefined;
  return {
    ...others,
    ...(isRefused ? {} : { FORCE_COLOR: colours }),
    [variable]: [...required].join(','),
  };
}
