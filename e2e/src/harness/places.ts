import { resolve } from 'node:path';
import { repository } from '@bizflow/testing/repository';

export { repository };

/** What git ignores: built tools, fetched definitions, and a folder for each run. */
export const cache = resolve(repository, '.cache/e2e');

/** The Go modules that pin the components. */
export const toolModules = resolve(repository, 'e2e/tools');

/** One folder a run, named by its process id: certificates, logs, and what it started. */
export const runs = resolve(cache, 'runs');
