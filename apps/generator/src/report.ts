import { folded, summarize } from './describe.ts';
import { GeneratorError } from './error.ts';
import { print } from './print.ts';
import type { Rendering } from './render-fleet.ts';

export interface ReportOptions {
  readonly json: boolean;
  /** Whether each value that is still to come is a line of its own. */
  readonly warnings: boolean;
}

/**
 * Runs a rendering and says what came of it: warnings, then one closing line after the files are
 * written. With `json`, one line of JSON instead, also when it is refused or only a dry run; it is
 * the one line of standard output that starts with a brace.
 */
export async function reported(
  { json, warnings }: ReportOptions,
  run: () => Promise<Rendering>,
): Promise<() => void> {
  const start = performance.now();
  try {
    const rendering = await run();
    if (json) await print(JSON.stringify(rendering));
    else {
      const said = warnings
        ? summarize(rendering.warnings)
        : folded(rendering.warnings, 'npm run render -- --warnings');
      for (const line of said) console.warn(line);
    }
    const close = () => {
      if (!json) console.log(closing(rendering, start));
    };
    // Nx sets it, and calls nothing back after a dry run.
    if (process.env.NX_DRY_RUN === 'true') close();
    return close;
  } catch (error) {
    if (!(json && error instanceof GeneratorError)) throw error;
    await print(JSON.stringify({ problems: error.problems }));
    process.exit(1);
  }
}

const closing = ({ missing, stale, removed, unchanged }: Rendering, start: number): string => {
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const written = missing.length + stale.length;
  const would = process.env.NX_DRY_RUN === 'true' ? ' (dry run)' : '';
  return `render: ${written} written, ${unchanged} unchanged, ${removed.length} removed in ${seconds} s${would}`;
};
