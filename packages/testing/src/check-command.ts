import { missing, requirements, skipped, type Tool } from './tools.ts';

/** A command that checks something with tools that may not be there. */
export interface CheckCommand {
  /** The arguments without `--require`. */
  readonly args: readonly string[];
  readonly required: ReadonlySet<Tool>;
  /** Prints what is skipped because a tool is missing; if the tool is required, the command exits with 1. */
  readonly without: (tool: Tool, what: string, why: string) => void;
}

/** Reads the arguments of this process. An unknown name in `--require` ends it with one line. */
export function checkCommand(): CheckCommand {
  try {
    const { required, rest } = requirements(process.argv.slice(2));
    return { args: rest, required, without: (...missed) => withoutTool(required, ...missed) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

function withoutTool(required: ReadonlySet<Tool>, tool: Tool, what: string, why: string): void {
  if (!required.has(tool)) {
    console.log(skipped(tool, what, why));
    return;
  }
  console.error(missing(tool, what, why));
  // Whatever the command finds by its other tools, it has not checked what it had to.
  process.once('exit', () => {
    process.exitCode = 1;
  });
}
