import { join } from 'node:path';

/** The top of this repository. */
export const repository = join(import.meta.dirname, '../../..');

/** What tests and checks may keep between runs: binaries, parsed files. Git does not see it. */
export const cacheFolder = join(repository, 'node_modules/.cache');
