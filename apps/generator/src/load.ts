import { enableCompileCache } from 'node:module';
import { loadBundle } from './bundle/load-bundle.ts';
import { inSources } from './bundle/run-bundle.ts';
import { GeneratorError, refusal, refuse } from './error.ts';

/**
 * Loads a module of this folder while a generator runs, so that a mistake in a source file that a person
 * edits (a syntax error, a missing export) is a clear error without a stack trace.
 * Nothing here may import the facts themselves.
 */
export async function load<T>(module: string, importing: () => Promise<T>): Promise<T> {
  // Node keeps what it compiled of the sources for the next run.
  enableCompileCache();
  try {
    return (await loadBundle(module)) as T;
  } catch {
    // The sources say better what is wrong with them, and need no cache that may be read-only.
    return clearly('SOURCE_INVALID', importing);
  }
}

const remedies = {
  SOURCE_INVALID: 'correct the syntax or the import at this place',
  FACTS_INVALID: 'a fact that this file reads is missing or has the wrong type',
} as const;

/**
 * Runs what reads the facts. A fact of a shape that no rule foresaw (a service without resources)
 * is answered like any other problem, with the file that stumbled over it.
 */
export async function clearly<T>(
  code: keyof typeof remedies,
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof GeneratorError) throw error;
    // What stumbles over a fact of the wrong shape says less about it than the fact's type.
    const { loadableFactRules } = await import('./shapes/loadable-facts.ts');
    const misshapen = await loadableFactRules();
    refuse(misshapen);
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw refusal({
      code,
      at: place(error),
      value: error instanceof Error ? error.name : 'error',
      reason,
      remedy: `${remedies[code]}; npm run typecheck shows most of these`,
    });
  }
}

// Node names the file at the start of the stack, or in the message.
const place = (error: unknown): string => {
  const text = error instanceof Error ? `${inSources(error.stack ?? '')}\n${error.message}` : '';
  const source = '(?:packages|apps)/[^\\s:)\'"]+\\.ts(?::\\d+)?';
  // Of a missing file Node names both, and the mistake is in the one that imports it.
  const [, importer] = new RegExp(`imported from \\S*?(${source})`).exec(text) ?? [];
  return importer ?? new RegExp(source).exec(text)?.[0] ?? 'packages/';
};
