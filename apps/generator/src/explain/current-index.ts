import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { refusal } from '../error.ts';
import { type FactIndex, readIndex } from './index-file.ts';

/** The index of the sources as they are. Nx makes it where there is none, or takes it from its cache. */
export function currentIndex(root: string): FactIndex {
  const index = readIndex(root);
  if (index !== null) return index;
  console.warn(
    'explain: the index of facts is made first, once for each state of the sources; this takes minutes',
  );
  const nx = createRequire(join(root, 'package.json')).resolve('nx');
  const run = spawnSync(process.execPath, [nx, 'run', '@bizflow/generator:fact-index'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  const made = readIndex(root);
  if (made !== null) return made;
  const [why = 'it ended without an error'] = /.*Error.*/.exec(`${run.stdout}${run.stderr}`) ?? [];
  throw refusal({
    code: 'INDEX_FAILED',
    at: '@bizflow/generator:fact-index',
    value: run.status,
    reason: `the index of facts cannot be made: ${why.trim()}`,
    remedy: 'run npm run render, which says what is wrong with the facts',
  });
}
