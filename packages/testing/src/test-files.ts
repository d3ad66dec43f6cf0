/** What a person hands on to vitest: parts of file names, and options. */
export interface Wanted {
  readonly files: readonly string[];
  readonly options: readonly string[];
}

const takesValue = new Set(['-t', '--testNamePattern', '--reporter', '--shard', '--maxWorkers']);

/**
 * The test files of a project that a person asks for. Vitest itself would take a part of a name as one more
 * file, beside the whole project. Undefined where no file fits.
 */
export function wanted(all: readonly string[], args: readonly string[]): Wanted | undefined {
  const isPart = (arg: string, index: number): boolean =>
    !arg.startsWith('-') && !takesValue.has(args[index - 1] ?? '');
  const parts = args.filter(isPart);
  const files = all.filter((path) => parts.some((part) => path.includes(part)));
  const options = args.filter((arg, index) => !isPart(arg, index));
  return parts.length > 0 && files.length === 0 ? undefined : { files, options };
}
