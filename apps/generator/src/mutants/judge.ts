import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as permissions from '@bizflow/config/permissions';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan, used } from '../plan.ts';

/** What became of facts: problems by their codes, or the digest of what would be rendered. */
export type Verdict = { readonly codes: readonly string[] } | { readonly digest: string };

/**
 * Plans the whole fleet as a render does, and says what came of it; then compares the tables of permissions, as a test
 * does. Throws what a render would throw.
 */
export function judge(root: string, reference: permissions.AccessReference): Verdict {
  // Both locks are read as text.
  const tree = { read: (path: string) => readFileSync(join(root, path), 'utf8') as never };
  try {
    const { files, problems } = plan(factsOf(tree), {}, used);
    const tables = permissions.accessRules(permissions, reference);
    const errors = [...problems.filter(isError), ...tables];
    if (errors.length > 0) return { codes: errors.map(({ code }) => code) };
    const digest = createHash('sha256');
    for (const { path, text } of files) digest.update(`${path}\n${text}\n`);
    return { digest: digest.digest('hex') };
  } catch (error) {
    if (error instanceof GeneratorError) return { codes: error.problems.map(({ code }) => code) };
    throw error;
  }
}
