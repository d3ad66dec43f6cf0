import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Workspace packages resolve to their sources, so tests need no build first. As in Node itself, the
// condition `module` does not count: AWS's packages keep code there that only a bundler can load.
const conditions = defaultServerConditions.filter((condition) => condition !== 'module');

/** What every run of vitest here has in common. */
export const shared = defineConfig({
  ssr: { resolve: { conditions: ['@bizflow/source', ...conditions] } },
  test: {
    environment: 'node',
    // A limit ends what hangs; it measures nothing. Copies of the workspace, moto and PostgreSQL start in
    // hooks, and on a machine with ten times more to do than cores, seconds become minutes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // What is tested is pure, so that the files of a worker may share what they import and compute once: half of
    // all time was spent on that. A test undoes what it changes in its process (`vi.stubEnv`, `vi.spyOn`).
    isolate: false,
    // One worker per core: by default vitest leaves a core for watch mode, which is not used here.
    maxWorkers: '100%',
  },
});
