import { helm as run } from '@bizflow/generator/charts';
import { E2eError } from './e2e-error.ts';
import { tool } from './tools.ts';

/** Runs the Helm that was built for the suites. */
export const helm = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> =>
  run(tool('helm'), args, env).catch((error: unknown) => {
    throw new E2eError(error instanceof Error ? error.message : String(error));
  });
