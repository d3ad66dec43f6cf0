import { parseArgs } from 'node:util';
import { E2eError } from './harness/e2e-error.ts';

/** What `npm run e2e` was asked for. */
export interface Options {
  /** The suites to run, in their own order. */
  readonly only: readonly string[];
  /** The clusters that are brought up one by one, as `<environment>/<region>`. */
  readonly clusters: readonly string[];
  /** Whether the last cluster stays up until Ctrl-C. */
  readonly keep: boolean;
}

/** What can be named. */
export interface Choices {
  readonly suites: readonly string[];
  /** The suites that are left out unless they are named. */
  readonly onRequest?: readonly string[];
  readonly clusters: readonly string[];
}

/** Reads the command line; lists take commas, or come more than once. */
export function options(
  args: readonly string[],
  { suites, onRequest = [], clusters }: Choices,
): Options {
  const { only = [], cluster = [], keep = false } = parsed(args);
  const names = among('only', 'suite', only, suites);
  const places = among('cluster', 'cluster', cluster, clusters);
  const wanted = (name: string) =>
    names.length === 0 ? !onRequest.includes(name) : names.includes(name);
  return {
    only: suites.filter(wanted),
    clusters: clusters.filter((id) => places.length === 0 || places.includes(id)),
    keep,
  };
}

function among(
  option: string,
  what: string,
  texts: readonly string[],
  there: readonly string[],
): readonly string[] {
  const names = texts.flatMap((text) => text.split(','));
  const unknown = names.find((name) => !there.includes(name));
  if (unknown === undefined) return names;
  throw new E2eError(`--${option}=${unknown}: no such ${what}; there are ${there.join(', ')}`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        cluster: { type: 'string', multiple: true },
        keep: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new E2eError(error instanceof Error ? error.message : String(error));
  }
}
