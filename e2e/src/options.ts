import { parseArgs } from 'node:util';
import { E2eError } from './harness/e2e-error.ts';

/** What `npm run e2e` was asked for. */
export interface Options {
  /** The suites to run, in their own order. */
  readonly only: readonly string[];
  /** Whether the last cluster stays up until Ctrl-C. */
  readonly keep: boolean;
}

/** Reads the command line; `--only` takes names with commas, or comes more than once. Without it, some are left out. */
export function options(
  args: readonly string[],
  suites: readonly string[],
  onRequest: readonly string[] = [],
): Options {
  const { only = [], keep = false } = parsed(args);
  const names = only.flatMap((text) => text.split(','));
  const unknown = names.find((name) => !suites.includes(name));
  if (unknown !== undefined) {
    throw new E2eError(`--only=${unknown}: no such suite; there are ${suites.join(', ')}`);
  }
  const wanted = (name: string) =>
    names.length === 0 ? !onRequest.includes(name) : names.includes(name);
  return { only: suites.filter(wanted), keep };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true }, keep: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new E2eError(error instanceof Error ? error.message : String(error));
  }
}
